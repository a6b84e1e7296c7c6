namespace Kthena.Cli.Tests.Script;

/// <summary>'setup': what it finds missing, and where Aspire comes from.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public SetupTests()
    {
        FakeDotnet.Install(_checkout);
        foreach (var tool in (string[])["prometheus", "promtool", "alertmanager", "amtool"])
            _checkout.InstallTool(tool, "99.0.0");
        _checkout.Write("Directory.Packages.props", """<PackageVersion Include="Aspire.Hosting" Version="1.0.0" />""");
    }

    [Fact]
    public async Task A_machine_that_has_everything_is_ready()
    {
        var run = await _checkout.KthenaAsync("setup");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(".NET SDK 10.0.100", run.Error, StringComparison.Ordinal);
        Assert.Contains("Aspire: standin", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("feed has Aspire", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rm dotnet", ".NET SDK 10 is missing")]
    [InlineData("printf '#!/bin/sh\necho 9.0.300' >dotnet", "9.0.300, 10.0 or newer")]
    [InlineData("rm node", "Node.js with npm is missing")]
    [InlineData("rm npm", "Node.js with npm is missing")]
    [InlineData("printf '#!/bin/sh\necho v12.1.0' >node", "v12.1.0, 18 or newer")]
    public async Task What_is_missing_is_named_with_where_to_get_it(string change, string message)
    {
        await _checkout.RunAsync("/bin/sh", ["-euc", $"cd '{_checkout.Root}/../bin'; {change}"]);

        var run = await _checkout.KthenaAsync("setup");

        Assert.Equal(1, run.ExitCode);
        var line = run.Error.TrimEnd().Split('\n')[^1];
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Contains("https://", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_gets_a_browser_from_Debian()
    {
        _checkout.Install("id", "echo 0");
        _checkout.Install("apt-get", $"echo \"$*\" >>'{_checkout.Root}/.cache/asked'");

        var run = await _checkout.KthenaAsync("setup");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("-qq update\n-y --no-install-recommends install chromium\n", _checkout.Read(".cache/asked"));
    }

    [Theory]
    [InlineData("1000", "exit 1", "sudo apt-get -y --no-install-recommends install chromium")]
    [InlineData("0", "exit 1", "see .cache/browser.log")]
    [InlineData("1000", null, "PLAYWRIGHT_CHROMIUM_PATH")]
    public async Task Who_gets_none_is_told_how_and_goes_on(string user, string? aptGet, string message)
    {
        _checkout.Install("id", $"echo {user}");
        if (aptGet is not null) _checkout.Install("apt-get", aptGet);

        var run = await _checkout.KthenaAsync("setup");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("browser tests are skipped", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chromium")]
    [InlineData("chromium-browser")]
    [InlineData("google-chrome")]
    public async Task A_browser_that_is_there_will_do(string name)
    {
        _checkout.Install(name, "exit 0");
        _checkout.Install("apt-get", $"echo \"$*\" >>'{_checkout.Root}/.cache/asked'");

        var run = await _checkout.KthenaAsync("setup");

        Assert.DoesNotContain("browser", run.Error, StringComparison.Ordinal);
        Assert.False(_checkout.Exists(".cache/asked"));
    }

    [Fact]
    public async Task A_feed_without_Aspire_names_the_packages_and_leaves_the_choice_as_it_is()
    {
        Feed("echo 'x.csproj : error NU1101: Unable to find package Aspire.Hosting. No packages exist with this id in source(s): feed'; exit 1");

        var run = await _checkout.KthenaAsync("setup", "--aspire", "package");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing from the NuGet feed: Aspire.Hosting; still: standin", run.Error, StringComparison.Ordinal);
        Assert.False(_checkout.Exists("eng/AspireMode.user.props"));
    }

    [Fact]
    public async Task A_feed_with_Aspire_can_be_chosen_and_left_again()
    {
        Feed("exit 0");

        Assert.Equal(0, (await _checkout.KthenaAsync("setup", "--aspire", "package")).ExitCode);
        Assert.Contains("<AspireMode>package</AspireMode>", _checkout.Read("eng/AspireMode.user.props"), StringComparison.Ordinal);
        var back = await _checkout.KthenaAsync("setup", "--aspire", "standin");
        Assert.Contains("<AspireMode>standin</AspireMode>", _checkout.Read("eng/AspireMode.user.props"), StringComparison.Ordinal);
        Assert.Contains("Aspire: standin", back.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_setup_mentions_that_the_feed_has_Aspire_and_asks_once_a_day()
    {
        Feed($"echo asked >>'{_checkout.Root}/.cache/asked'; exit 0");

        await _checkout.KthenaAsync("setup");
        var run = await _checkout.KthenaAsync("setup");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("./kthena setup --aspire package", run.Error, StringComparison.Ordinal);
        // One question restores two projects.
        Assert.Equal("asked\nasked\n", _checkout.Read(".cache/asked"));
    }

    [Theory]
    [InlineData("--aspire", "other")]
    [InlineData("--aspire")]
    [InlineData("now")]
    public async Task Anything_else_is_bad_usage(params string[] arguments)
    {
        var run = await _checkout.KthenaAsync(["setup", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("usage:", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _checkout.Dispose();

    private void Feed(string answer) => _checkout.Install("dotnet", $"if [ \"$1\" = --version ]; then echo 10.0.100; exit 0; fi; {answer}");
}
