using System.Net.Http.Headers;
using Aspire.Hosting.ApplicationModel;
using Kthena.Integration.Tests.Graph;
using Kthena.StackTesting;
using Microsoft.Extensions.DependencyInjection;

namespace Kthena.Integration.Tests.Expositions;

/// <summary>What each of the graph's own services exposes, as Prometheus finds it, held to the tools of the two formats.</summary>
public class ExpositionTests(StackFixture fixture)
{
    private const string Text = "text/plain;version=0.0.4";
    private const string OpenMetrics = "application/openmetrics-text;version=1.0.0";

    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Whatever is built here, now or later; Prometheus and Alertmanager are not ours to mend.
    private string[] OwnServices => [.. fixture.Stack.App.Services.GetRequiredService<DistributedApplicationModel>().Resources
        .Where(resource => resource is ProjectResource or GraphReportResource)
        .Select(resource => resource.Name)];

    [Fact]
    public void Every_service_that_this_repository_builds_is_looked_at() =>
        Assert.Superset(new HashSet<string> { "model-server", "gpu-exporter", "traffic", "receiver", "graph" }, OwnServices.ToHashSet());

    [Fact]
    public async Task Promtool_has_no_complaint_about_any_service() => await AssertAcceptedAsync(Text, async exposition =>
    {
        var (exitCode, output) = await Tools.RunAsync("promtool", ["check", "metrics"], exposition, Cancellation);
        return exitCode == 0 && output is "" ? null : output;
    });

    [Fact]
    public async Task The_OpenMetrics_parser_of_Prometheus_Python_client_accepts_every_service() =>
        await AssertAcceptedAsync(OpenMetrics, exposition => OpenMetricsParser.RefusalAsync(exposition, Cancellation));

    [Theory]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a counter\na 1\n# EOF\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_count 1\na_sum 1\n# EOF\n")]
    [InlineData("# TYPE a gauge\na 1 # {b=\"c\"} 1\n# EOF\n")]
    public async Task The_parser_does_refuse_what_is_no_OpenMetrics(string exposition) =>
        Assert.NotNull(await OpenMetricsParser.RefusalAsync(exposition, Cancellation));

    private async Task AssertAcceptedAsync(string accept, Func<string, Task<string?>> check)
    {
        var complaints = new List<string>();
        using var http = new HttpClient();
        foreach (var (service, url) in await TargetsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse(accept) } } };
            using var response = await http.SendAsync(request, Cancellation);
            var exposition = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(MediaTypeHeaderValue.Parse(accept).MediaType, response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("# TYPE ", exposition, StringComparison.Ordinal);
            if (await check(exposition) is { } complaint) complaints.Add($"{service} ({url}): {complaint}");
        }

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    // Once requests were served there are exemplars, and more series than at the start.
    private async Task<IReadOnlyList<(string Service, Uri Url)>> TargetsAsync()
    {
        await Eventually.IsTrueAsync("Requests being served", s_discovery, async cancellation =>
            (await fixture.Stack.Prometheus.QueryAsync("""sum(kthena_inference_requests_total{status="200"}) > 0""", cancellation)).Count > 0, Cancellation);
        return await Eventually.GetAsync("Every own service being a target of Prometheus", s_discovery, async cancellation =>
        {
            var targets = (await fixture.Stack.Prometheus.TargetsAsync(cancellation)).Where(target => OwnServices.Contains(target.Pod)).ToList();
            return OwnServices.All(service => targets.Exists(target => target.Pod == service)) ? targets : null;
        }, Cancellation);
    }
}
