using System.Net;
using Kthena.Lookout.Security;
using Kthena.Lookout.Tests.Serving;
using Microsoft.AspNetCore.Http;

namespace Kthena.Lookout.Tests.Security;

/// <summary>The names under which Lookout answers.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("localhost:1", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("", false)]
    public async Task On_loopback_only_loopback_s_names(string host, bool isKnown)
    {
        await using var lookout = await LookoutServer.StartAsync();

        var status = await RawRequest.StatusAsync(lookout.Url, $"GET /api/settings HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.Equal(isKnown ? 200 : 421, status);
    }

    [Theory]
    [InlineData("http://[::]:80", "192.168.1.1", true)]
    [InlineData("http://0.0.0.0:80", "[fd00::1]:80", true)]
    [InlineData("http://0.0.0.0:80", "evil.example", false)]
    [InlineData("http://10.0.0.7:80", "10.0.0.7", true)]
    [InlineData("http://10.0.0.7:80", "10.0.0.8", false)]
    [InlineData("http://10.0.0.7:80", "look.example", true)]
    public void Elsewhere_those_it_listens_on_and_those_that_were_allowed(string url, string host, bool isKnown)
        => Assert.Equal(isKnown, HostNames.Of([url], url.Contains("10.0.0.7", StringComparison.Ordinal) ? "other.example; look.example" : null).Contains(new HostString(host)));

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    public async Task Probes_and_scrapes_may_use_any(string path)
    {
        await using var lookout = await LookoutServer.StartAsync();

        Assert.Equal((int)HttpStatusCode.OK, await RawRequest.StatusAsync(lookout.Url, $"GET {path} HTTP/1.1\r\nHost: pod-7.example\r\nConnection: close\r\n\r\n"));
    }
}
