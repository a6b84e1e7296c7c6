using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Kthena.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

namespace Kthena.ServiceDefaults.Tests;

public sealed class MetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_on_the_service_s_own_address_by_default_and_promtool_has_no_complaint()
    {
        await using var service = await TestService.StartAsync();

        using var response = await service.Client.GetAsync("/metrics", Cancellation);
        var exposition = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("process_cpu_seconds_total", exposition, StringComparison.Ordinal);
        await Promtool.AssertCleanAsync(exposition, Cancellation);
    }

    [Fact]
    public async Task With_a_metrics_port_the_metrics_are_there_and_nowhere_else()
    {
        var port = TestService.FreePort();
        await using var service = await TestService.StartAsync(
            new Dictionary<string, string?> { ["Metrics:Port"] = port.ToString(CultureInfo.InvariantCulture) },
            map: app => app.MapGet("/api", () => "answer"));
        var metrics = new Uri($"http://127.0.0.1:{port}");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, new Uri(metrics, "/metrics")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, new Uri("/metrics", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, new Uri("/api", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, new Uri(metrics, "/api")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, new Uri(metrics, "/readyz")));
    }

    [Fact]
    public async Task A_forged_host_header_opens_neither_port_to_the_other_s_requests()
    {
        var port = TestService.FreePort();
        await using var service = await TestService.StartAsync(
            new Dictionary<string, string?> { ["Metrics:Port"] = port.ToString(CultureInfo.InvariantCulture) });

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, new Uri("/metrics", UriKind.Relative), host: $"127.0.0.1:{port}"));
    }

    [Fact]
    public async Task OpenMetrics_with_the_trace_id_as_exemplar_goes_to_scrapers_that_ask_for_it()
    {
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        await using var service = await TestService.StartAsync(map: app =>
        {
            var histogram = app.Services.GetRequiredService<IMetricFactory>().CreateHistogram("work_seconds", "Time of the work.");
            app.MapGet("/job", () => histogram.Observe(0.2));
        });
        using var work = new HttpRequestMessage(HttpMethod.Get, "/job") { Headers = { { "traceparent", $"00-{traceId}-00f067aa0ba902b7-01" } } };
        using var worked = await service.Client.SendAsync(work, Cancellation);

        using var scrape = new HttpRequestMessage(HttpMethod.Get, "/metrics")
        {
            Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse("application/openmetrics-text;version=1.0.0") } },
        };
        using var scraped = await service.Client.SendAsync(scrape, Cancellation);
        var openMetrics = await scraped.Content.ReadAsStringAsync(Cancellation);
        var text = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        Assert.Equal("application/openmetrics-text", scraped.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"trace_id=\"{traceId}\"", openMetrics, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", openMetrics, StringComparison.Ordinal);
        Assert.DoesNotContain(traceId, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_services_in_one_process_do_not_share_their_metrics()
    {
        await using var one = await TestService.StartAsync();
        await using var other = await TestService.StartAsync();
        one.App.Services.GetRequiredService<IMetricFactory>().CreateCounter("only_here_total", "Of one service.").Inc();

        Assert.Contains("only_here_total", await one.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("only_here_total", await other.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Metrics:Port", "0", "from 1 to 65535")]
    [InlineData("Metrics:Port", "65536", "from 1 to 65535")]
    [InlineData("Metrics:Port", "nine", "from 1 to 65535")]
    [InlineData("Metrics:Host", "nowhere", "give an IP address")]
    [InlineData("Metrics:Port", "8123", "the port of the service itself (http://127.0.0.1:8123)")]
    [InlineData("Shutdown:ReadinessDelay", "-00:00:01", "from 00:00:00 to 00:05:00")]
    [InlineData("Shutdown:Timeout", "soon", "from 00:00:00 to 00:05:00")]
    public void A_setting_out_of_range_is_refused_by_its_name_with_what_it_may_be(string key, string value, string hint)
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => TestService.Build(new Dictionary<string, string?> { [key] = value }, urls: "http://127.0.0.1:8123"));

        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestService service, Uri uri, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { Host = host } };
        using var response = await service.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
