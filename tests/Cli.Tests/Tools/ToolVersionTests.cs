using Kthena.Cli.Tests.Script;

namespace Kthena.Cli.Tests.Tools;

/// <summary>Which binaries on PATH are good enough.</summary>
public sealed class ToolVersionTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Binaries_on_PATH_will_do_under_Debians_names_too()
    {
        _checkout.InstallTool("prometheus", "2.53.0");
        _checkout.InstallTool("promtool", "3.5.3+ds1");
        _checkout.InstallTool("prometheus-alertmanager", "0.28.1");
        _checkout.InstallTool("amtool", "0.100.0");

        Assert.Equal("", await MissingAsync());
    }

    [Fact]
    public async Task What_is_absent_too_old_or_unreadable_is_named_with_the_reason()
    {
        _checkout.InstallTool("prometheus", "2.9.1");
        _checkout.Install("promtool", "echo hello");
        _checkout.InstallTool("alertmanager", "0.27.0");

        var missing = (await MissingAsync()).TrimEnd().Split('\n');

        Assert.Collection(missing,
            l => Assert.Matches(@"^prometheus \(.*/prometheus is 2\.9\.1, 2\.53 or newer is needed\)$", l),
            l => Assert.Matches(@"^promtool \(.*/promtool is not a version I can read, ", l),
            l => Assert.Matches(@"^alertmanager \(.*/alertmanager is 0\.27\.0, 0\.28 or newer is needed\)$", l),
            l => Assert.Equal("amtool (not found)", l));
    }

    [Fact]
    public async Task A_machine_without_Debians_packages_ends_with_one_line_that_says_how_to_get_the_tools()
    {
        _checkout.InstallTool("promtool", "3.5.3");

        var run = await _checkout.ShellAsync("common tools", "tools_ensure");

        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("missing: prometheus (not found); alertmanager (not found); amtool (not found).", line, StringComparison.Ordinal);
        Assert.Contains("https://prometheus.io/download", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.5.3", "2.53", true)]
    [InlineData("2.53", "2.53", true)]
    [InlineData("2.53.0", "2.53", true)]
    [InlineData("2.9", "2.53", false)]
    [InlineData("2.53", "2.53.1", false)]
    [InlineData("10.0.401", "10.0", true)]
    [InlineData("0", "0.28", false)]
    public async Task Versions_are_compared_number_by_number(string have, string want, bool enough)
    {
        var run = await _checkout.ShellAsync("common", $"version_ge {have} {want}");

        Assert.Equal(enough ? 0 : 1, run.ExitCode);
    }

    public void Dispose() => _checkout.Dispose();

    private async Task<string> MissingAsync() => (await _checkout.ShellAsync("common tools", "tools_missing")).Output;
}
