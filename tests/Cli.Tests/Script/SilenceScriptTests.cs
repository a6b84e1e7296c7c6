namespace Kthena.Cli.Tests.Script;

/// <summary>'silence': what the shell decides before the command line tool is built.</summary>
public sealed class SilenceScriptTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Without_words_it_shows_its_usage_as_an_error()
    {
        var run = await _checkout.KthenaAsync("silence");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--reason TEXT", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_handed_on_as_they_are()
    {
        FakeDotnet.Install(_checkout);

        var run = await _checkout.KthenaAsync("silence", "HighErrorRate", "--for", "2h", "--reason", "two words");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Kthena.Cli.dll silence --root {_checkout.Root} HighErrorRate --for 2h --reason two words", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _checkout.Dispose();
}
