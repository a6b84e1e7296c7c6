namespace Kthena.Cli.Tests.Script;

/// <summary>'up': builds when something changed and only then, and becomes the AppHost.</summary>
public sealed class UpTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public UpTests()
    {
        FakeDotnet.Install(_checkout);
        foreach (var tool in (string[])["prometheus", "promtool", "alertmanager", "amtool"])
            _checkout.InstallTool(tool, "99.0.0");
        _checkout.Write("AppHost/AppHost.cs", "first");
    }

    [Fact]
    public async Task The_AppHost_gets_all_arguments_and_its_exit_code_is_the_answer()
    {
        var run = await _checkout.KthenaAsync("up", "--Stack:Runtime=processes", "two words");

        Assert.Equal(7, run.ExitCode);
        Assert.Equal($"AppHost in {_checkout.Root} with --Stack:Runtime=processes two words\n", run.Output);
    }

    [Fact]
    public async Task What_was_built_is_not_built_again()
    {
        await _checkout.KthenaAsync("up");
        await _checkout.KthenaAsync("up");
        _checkout.Write(".state/apphost.json", "{}");
        await _checkout.KthenaAsync("status");

        Assert.Equal(1, FakeDotnet.Builds(_checkout));
    }

    [Fact]
    public async Task What_tests_built_serves_up_and_status_too()
    {
        await _checkout.KthenaAsync("test");
        await _checkout.KthenaAsync("up");

        Assert.Equal(1, FakeDotnet.Builds(_checkout));
    }

    [Theory]
    [InlineData("echo second >AppHost/AppHost.cs")]
    [InlineData("rm AppHost/AppHost.cs")]
    [InlineData("mv AppHost/AppHost.cs AppHost/Renamed.cs")]
    [InlineData("mkdir -p rules && echo new >rules/new.yml")]
    [InlineData("touch -d '2001-01-01' AppHost/AppHost.cs")]
    [InlineData("rm -rf artifacts")]
    public async Task Any_change_is_built(string change)
    {
        await _checkout.KthenaAsync("up");

        await _checkout.RunAsync("/bin/sh", ["-euc", $"cd '{_checkout.Root}'; {change}"]);
        await _checkout.KthenaAsync("up");

        Assert.Equal(2, FakeDotnet.Builds(_checkout));
    }

    [Fact]
    public async Task What_a_run_leaves_behind_is_no_change()
    {
        await _checkout.KthenaAsync("up");

        _checkout.Write(".state/run/data", "x");
        _checkout.Write("SampleModelServer/node_modules/lande/package.json", "{}");
        _checkout.Write("artifacts/obj/x", "x");
        await _checkout.KthenaAsync("up");

        Assert.Equal(1, FakeDotnet.Builds(_checkout));
    }

    [Fact]
    public async Task A_broken_build_shows_its_errors_starts_nothing_and_is_tried_again()
    {
        await _checkout.KthenaAsync("up");
        _checkout.Write("broken", "");

        var run = await _checkout.KthenaAsync("up");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("error CS1002", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await _checkout.KthenaAsync("up")).ExitCode);
        Assert.Equal(3, FakeDotnet.Builds(_checkout));
    }

    [Fact]
    public async Task A_file_put_back_as_it_was_is_a_change_when_something_else_was_built_since()
    {
        await _checkout.KthenaAsync("test");
        await _checkout.RunAsync("/bin/sh", ["-euc", $"cd '{_checkout.Root}'; mv AppHost/AppHost.cs .cache/kept; echo second >AppHost/AppHost.cs"]);
        await _checkout.KthenaAsync("up");
        await _checkout.RunAsync("/bin/sh", ["-euc", $"cd '{_checkout.Root}'; mv .cache/kept AppHost/AppHost.cs"]);

        await _checkout.KthenaAsync("up");

        Assert.Equal(3, FakeDotnet.Builds(_checkout));
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        await Task.WhenAll(_checkout.KthenaAsync("up"), _checkout.KthenaAsync("up"), _checkout.KthenaAsync("up"));

        Assert.Equal(1, FakeDotnet.Builds(_checkout));
    }

    public void Dispose() => _checkout.Dispose();
}
