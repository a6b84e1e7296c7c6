namespace Kthena.Cli.Tests.Script;

/// <summary>The front: what it lists, what it refuses, from where it works.</summary>
public sealed class KthenaTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Help_lists_the_verbs_that_there_are()
    {
        var run = await _checkout.KthenaAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var listed = run.Output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]);
        var there = Directory.EnumerateFiles(Path.Combine(_checkout.Root, "eng", "verbs")).Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(there.Order(), listed.Order());
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("doctor")]
    [InlineData("../../bin/x")]
    public async Task An_unknown_verb_is_bad_usage(string verb)
    {
        var run = await _checkout.KthenaAsync(verb);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"unknown verb '{verb}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_the_usage_is_shown_as_an_error()
    {
        var run = await _checkout.KthenaAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("usage:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_needs_no_build_to_say_that_nothing_runs()
    {
        var run = await _checkout.KthenaAsync("status", "--json");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("ln -s '{0}/kthena' link && exec ./link status")]
    [InlineData("ln -s '{0}' repo-link && exec repo-link/kthena status")]
    [InlineData("mkdir a && ln -s '{0}/kthena' a/one && ln -s a/one two && exec ./two status")]
    [InlineData("cd '{0}/eng' && exec ../kthena status")]
    public async Task It_finds_its_repository_from_any_folder_and_through_links(string lines)
    {
        FakeDotnet.Install(_checkout);
        _checkout.Write(".state/apphost.json", "{}");

        var run = await _checkout.RunAsync("/bin/sh", ["-euc", lines.Replace("{0}", _checkout.Root, StringComparison.Ordinal)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"ran {_checkout.Root}/artifacts/bin/Kthena.Cli/release/Kthena.Cli.dll status --root {_checkout.Root}", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _checkout.Dispose();
}
