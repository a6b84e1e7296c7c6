using System.Net;
using System.Net.Http.Json;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>What passes, and as what it reaches the upstream.</summary>
public sealed class AllowedPathTests : IAsyncLifetime
{
    private const string Silence = "a9c0bb0d-6d9c-4f6a-9d6b-4d6e3d3f1c11";

    private FakeUpstream _upstream = null!;
    private LookoutServer _lookout = null!;

    [Theory]
    [InlineData("prometheus/api/v1/query")]
    [InlineData("prometheus/api/v1/query_range")]
    [InlineData("prometheus/api/v1/query_exemplars")]
    [InlineData("prometheus/api/v1/series")]
    [InlineData("prometheus/api/v1/labels")]
    [InlineData("prometheus/api/v1/label/model_id/values")]
    [InlineData("prometheus/api/v1/rules")]
    [InlineData("prometheus/api/v1/alerts")]
    [InlineData("prometheus/api/v1/targets")]
    [InlineData("prometheus/api/v1/metadata")]
    [InlineData("prometheus/api/v1/format_query")]
    [InlineData("prometheus/api/v1/status/tsdb")]
    [InlineData("prometheus/api/v1/status/buildinfo")]
    [InlineData("prometheus/api/v1/status/runtimeinfo")]
    public async Task A_read_of_Prometheus_passes_below_the_path_of_its_address(string path)
    {
        var query = "?query=up%7Ba%3D~%22x%7Cy%22%7D%20%2B%201&time=1.5&match%5B%5D=a&match[]=b";
        using var answer = await _lookout.GetAsync($"/api/{path}{query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"success"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal([("GET", $"/prefix/{path["prometheus/".Length..]}{query}")], _upstream.Received.Select(request => (request.Method, request.Target)));
    }

    [Theory]
    [InlineData("alertmanager/api/v2/alerts")]
    [InlineData("alertmanager/api/v2/alerts/groups")]
    [InlineData("alertmanager/api/v2/silences")]
    [InlineData($"alertmanager/api/v2/silence/{Silence}")]
    [InlineData("alertmanager/api/v2/receivers")]
    [InlineData("alertmanager/api/v2/status")]
    [InlineData("graph/resources")]
    [InlineData("graph/resources/watch")]
    [InlineData("graph/resources/model-server/logs")]
    public async Task A_read_of_the_others_passes(string path)
    {
        using var answer = await _lookout.GetAsync($"/api/{path}?filter=a%3Db&tail=5");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"/{path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]}?filter=a%3Db&tail=5", Assert.Single(_upstream.Received).Target);
    }

    [Fact]
    public async Task A_silence_is_made_and_ended()
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/alertmanager/api/v2/silences") { Content = JsonContent.Create(new { comment = "why" }) };
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/alertmanager/api/v2/silence/{Silence}");
        foreach (var request in (HttpRequestMessage[])[post, delete])
        {
            request.Headers.Add("Origin", _lookout.Url.GetLeftPart(UriPartial.Authority));
            using var answer = await _lookout.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var received = _upstream.Received;
        Assert.Equal([("POST", "/api/v2/silences", """{"comment":"why"}"""), ("DELETE", $"/api/v2/silence/{Silence}", "")], received.Select(r => (r.Method, r.Target, r.Body)));
        Assert.StartsWith("application/json", received[0].Headers["Content-Type"], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _lookout = await LookoutServer.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _lookout.DisposeAsync();
        await _upstream.DisposeAsync();
    }
}
