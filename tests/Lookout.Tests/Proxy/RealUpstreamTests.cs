using System.Net.Http.Json;
using System.Net;
using System.Text.Json.Nodes;
using Kthena.Lookout.Tests.Serving;
using Kthena.StackTesting;
using Kthena.StackTesting.PromQL;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>The real Prometheus and Alertmanager behind Lookout.</summary>
public sealed class RealUpstreamTests : IAsyncLifetime
{
    private BarePrometheus _prometheus = null!;
    private BareAlertmanager _alertmanager = null!;
    private LookoutServer _lookout = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("query?query=vector(1)", "result")]
    [InlineData("query_range?query=vector(1)&start=0&end=60&step=15", "result")]
    [InlineData("status/tsdb", "headStats")]
    [InlineData("status/buildinfo", "version")]
    [InlineData("targets?state=active", "activeTargets")]
    [InlineData("rules", "groups")]
    public async Task Prometheus_answers(string path, string field)
    {
        var answer = JsonNode.Parse(await _lookout.TextAsync($"/api/prometheus/api/v1/{path}"))!;

        Assert.Equal("success", (string?)answer["status"]);
        Assert.NotNull(answer["data"]![field]);
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("label/job/values")]
    [InlineData("series?match[]=up")]
    [InlineData("query_exemplars?query=up&start=0&end=60")]
    [InlineData("alerts")]
    [InlineData("metadata")]
    [InlineData("format_query?query=up%2Bup")]
    [InlineData("status/runtimeinfo")]
    public async Task The_rest_of_what_is_allowed_is_known_to_it(string path) =>
        Assert.Equal("success", (string?)JsonNode.Parse(await _lookout.TextAsync($"/api/prometheus/api/v1/{path}"))!["status"]);

    [Fact]
    public async Task Its_parse_error_arrives()
    {
        using var answer = await _lookout.GetAsync("/api/prometheus/api/v1/query?query=sum(");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("bad_data", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["errorType"]);
    }

    [Fact]
    public async Task A_silence_is_made_found_and_ended_in_Alertmanager()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var created = await SendAsync(HttpMethod.Post, "silences", new
        {
            matchers = (object[])[new { name = "alertname", value = "HighErrorRate", isRegex = false, isEqual = true }],
            startsAt = now, endsAt = now.AddHours(1), createdBy = "test", comment = "reason",
        });
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        var id = (string?)JsonNode.Parse(await created.Content.ReadAsStringAsync(Cancellation))!["silenceID"];

        Assert.Equal("active", await StateAsync(id));
        using var ended = await SendAsync(HttpMethod.Delete, $"silence/{id}", body: null);

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal("expired", await StateAsync(id));
    }

    private async Task<string?> StateAsync(string? id) => (string?)JsonNode.Parse(await _lookout.TextAsync($"/api/alertmanager/api/v2/silence/{id}"))!["status"]!["state"];

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/alertmanager/api/v2/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await _lookout.Http.SendAsync(request, Cancellation);
    }

    public async ValueTask InitializeAsync()
    {
        _prometheus = await BarePrometheus.StartAsync(Cancellation);
        _alertmanager = await BareAlertmanager.StartAsync(Cancellation);
        _lookout = await LookoutServer.StartAsync($"--Lookout:Prometheus={_prometheus.Http.BaseAddress}", $"--Lookout:Alertmanager={_alertmanager.Http.BaseAddress}");
    }

    public async ValueTask DisposeAsync()
    {
        await _lookout.DisposeAsync();
        await _prometheus.DisposeAsync();
        await _alertmanager.DisposeAsync();
    }
}
