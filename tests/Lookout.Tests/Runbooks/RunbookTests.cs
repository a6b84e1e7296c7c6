using System.Net;
using System.Text.Json.Nodes;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Runbooks;

/// <summary>Runbooks, rendered.</summary>
public sealed class RunbookTests : IAsyncLifetime
{
    private LookoutServer _lookout = null!;

    [Fact]
    public async Task Markdown_becomes_HTML_and_HTML_in_it_text()
    {
        await File.WriteAllTextAsync(Path.Join(_lookout.Runbooks, "HighErrorRate.md"), "# Meaning\n\n<script>alert(1)</script>\n\n| a |\n|---|\n| b |\n", TestContext.Current.CancellationToken);

        var runbook = JsonNode.Parse(await _lookout.TextAsync("/api/runbooks/HighErrorRate"))!;

        Assert.Equal("HighErrorRate", (string?)runbook["alert"]);
        var html = (string)runbook["html"]!;
        Assert.Contains("<h1>Meaning</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<td>b</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown")]
    [InlineData("higherrorrate")]
    [InlineData("..%2fsecret")]
    [InlineData("%2e%2e%2fsecret")]
    [InlineData("HighErrorRate.md")]
    public async Task Another_one_is_not_found(string alert)
    {
        await File.WriteAllTextAsync(Path.Join(_lookout.Runbooks, "HighErrorRate.md"), "# x", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(_lookout.Runbooks, "..", "secret.md"), "# x", TestContext.Current.CancellationToken);

        using var answer = await _lookout.GetAsync($"/api/runbooks/{alert}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public async ValueTask InitializeAsync() => _lookout = await LookoutServer.StartAsync();

    public ValueTask DisposeAsync() => _lookout.DisposeAsync();
}
