using System.Net;
using System.Text;
using Kthena.Lookout.Tests.Serving;
using Microsoft.AspNetCore.Http;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>Which headers pass, in both directions.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task Neither_cookies_nor_credentials_nor_addresses_of_the_browser_reach_the_upstream()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        await using var lookout = await LookoutServer.StartAsync(upstream);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/prometheus/api/v1/query");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [
                ("Cookie", "session=1"), ("Authorization", "Bearer x"), ("X-Forwarded-For", "10.0.0.1"), ("X-Prometheus-Scrape-Timeout-Seconds", "1"),
                ("Referer", "http://127.0.0.1/d/x"), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var answer = await lookout.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var headers = Assert.Single(upstream.Received).Headers;
        Assert.Equal(upstream.Url.Authority, headers["Host"]);
        Assert.Subset(new HashSet<string>(["Host", "Accept", "Accept-Encoding", "traceparent", "Traceparent", "Request-Id", "Correlation-Context"], StringComparer.OrdinalIgnoreCase), headers.Keys.ToHashSet());
    }

    [Fact]
    public async Task Credentials_of_a_file_do()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "look:s3:cret\n", TestContext.Current.CancellationToken);
        await using var upstream = await FakeUpstream.StartAsync();
        await using var lookout = await LookoutServer.StartAsync(upstream, $"--Lookout:PrometheusCredentialsFile={file}");
        File.Delete(file);

        await lookout.TextAsync("/api/prometheus/api/v1/query");
        await lookout.TextAsync("/api/alertmanager/api/v2/status");

        var received = upstream.Received;
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("look:s3:cret")), received[0].Headers["Authorization"]);
        Assert.DoesNotContain("Authorization", received[1].Headers.Keys);
    }

    [Fact]
    public async Task What_an_upstream_says_beyond_its_content_stays_behind()
    {
        await using var upstream = await FakeUpstream.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.ContentSecurityPolicy = "default-src *";
            context.Response.Headers.Server = "secret";
            return context.Response.WriteAsJsonAsync(new { });
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);

        using var answer = await lookout.GetAsync("/api/prometheus/api/v1/query");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(answer.Headers, header => header.Key is "Set-Cookie" or "Access-Control-Allow-Origin" or "Server");
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
