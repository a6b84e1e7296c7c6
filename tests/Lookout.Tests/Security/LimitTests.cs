using System.Net;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Security;

/// <summary>How much a request may be.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_long_query_passes()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        await using var lookout = await LookoutServer.StartAsync(upstream);

        using var answer = await lookout.GetAsync($"/api/prometheus/api/v1/query?query={new string('a', 30_000)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(30_000, Assert.Single(upstream.Received).Target.Split('=')[1].Length);
    }

    [Fact]
    public async Task A_longer_one_does_not()
    {
        await using var lookout = await LookoutServer.StartAsync();

        Assert.Equal(414, await RawRequest.GetAsync(lookout.Url, $"/api/prometheus/api/v1/query?query={new string('a', 33_000)}"));
    }

    [Fact]
    public async Task Neither_do_headers_without_end()
    {
        await using var lookout = await LookoutServer.StartAsync();

        Assert.Equal(431, await RawRequest.GetAsync(lookout.Url, "/api/settings", $"X-Long: {new string('a', 40_000)}"));
    }
}
