using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Security;

/// <summary>What every answer tells the browser, whoever gives it.</summary>
public sealed class AnswerHeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/")]
    [InlineData("/d/kthena-overview/overview?from=now-1h")]
    [InlineData("/no/such/page")]
    [InlineData("/api/settings")]
    [InlineData("/api/dashboards")]
    [InlineData("/api/dashboards/unknown")]
    [InlineData("/api/runbooks/Unknown")]
    [InlineData("/api/prometheus/api/v1/query")]
    [InlineData("/api/prometheus/api/v1/status/config")]
    [InlineData("/api/graph/resources")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    public async Task Nothing_but_this_origin(string path)
    {
        await using var lookout = await LookoutServer.StartAsync();

        using var answer = await lookout.GetAsync(path);

        Assert.Equal(Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
