using System.Diagnostics;
using System.Net.Http.Headers;

namespace Kthena.SampleModelServer.Tests;

public sealed class MetricsTests
{
    private static readonly double[] s_thresholds = [1, 2, 5, 60];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_counter_is_there_at_0_before_the_first_request()
    {
        await using var server = await TestServer.StartAsync();
        var metrics = await server.MetricsAsync();

        Assert.All([200, 400, 429, 499, 500, 503, 504], status => Assert.Equal((0, 0), (metrics.Requests(TestServer.Model, status), metrics.Requests(TestServer.Pruned, status))));
        Assert.All([400, 404, 408, 413, 415, 499, 500], status => Assert.Equal(0, metrics.Requests("_unknown_", status)));
        Assert.All([TestServer.Model, TestServer.Pruned, "_unknown_"], model =>
        {
            Assert.Equal(0, metrics.Of("kthena_inference_errors_total", model));
            Assert.Equal(0, metrics.Of("kthena_inference_duration_seconds_count", model));
            Assert.Equal(0, metrics.Of("kthena_inference_request_size_bytes_count", model));
            Assert.Equal(0, metrics.Of("kthena_inference_response_size_bytes_count", model));
        });
        Assert.Equal(0, metrics.Of("kthena_model_load_failures_total"));
        Assert.All(s_thresholds, bound => Assert.Equal(0, metrics[$"kthena_inference_duration_seconds_bucket{{model_id=\"lande-t50\",le=\"{bound}\"}}"]));
    }

    [Fact]
    public async Task A_loaded_model_shows_its_status_memory_and_load_time()
    {
        await using var server = await TestServer.StartAsync();
        var metrics = await server.MetricsAsync();

        Assert.Equal(1, metrics.Of("kthena_model_status"));
        Assert.Equal(1, metrics.Of("kthena_model_load_duration_seconds_count"));
        Assert.True(metrics.Of("kthena_model_load_duration_seconds_sum") > 0);
        // 620 x 120 + 120 and 120 x 50 + 50 floats, and the table of n-grams on top.
        Assert.InRange(metrics.Of("kthena_model_memory_usage_bytes"), 4 * ((620 * 120) + 120 + (120 * 50) + 50), 1_000_000);
    }

    [Fact]
    public async Task The_version_that_is_loaded_is_named_with_its_root_and_gone_when_it_is()
    {
        await using var server = await TestServer.StartAsync();
        var before = Info(await server.MetricsAsync());
        using var unloaded = await server.UnloadAsync(TestServer.Pruned);
        var without = Info(await server.MetricsAsync());
        using var loaded = await server.LoadAsync(TestServer.Pruned);

        Assert.Equal(2, before.Length);
        Assert.Matches("^kthena_model_info{model_id=\"lande-t50-pruned\",version=\"[^\"]+\",root=\"lande-t50\"}$", before[1]);
        Assert.Equal(before[..1], without);
        Assert.Equal(before, Info(await server.MetricsAsync()));

        static string[] Info(Metrics metrics) =>
            [.. metrics.Series.Where(series => series.StartsWith("kthena_model_info{", StringComparison.Ordinal) && metrics[series] == 1).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_pruned_model_takes_about_half_the_memory()
    {
        await using var server = await TestServer.StartAsync();
        var metrics = await server.MetricsAsync();
        var whole = metrics.Of("kthena_model_memory_usage_bytes");

        Assert.InRange(metrics.Of("kthena_model_memory_usage_bytes", TestServer.Pruned), 0.4 * whole, 0.6 * whole);
    }

    [Fact]
    public async Task What_the_client_counted_is_what_the_metrics_say()
    {
        await using var server = await TestServer.StartAsync();
        var requestBytes = 0L;
        var responseBytes = 0L;
        for (var i = 0; i < 40; i++)
        {
            using var response = await server.ClassifyAsync(Enumerable.Repeat($"sentence number {i}", i % 4));
            requestBytes += response.RequestMessage!.Content!.Headers.ContentLength!.Value;
            responseBytes += (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        }

        using var unknown = await server.ClassifyAsync("a", "another");
        var metrics = await server.MetricsAsync();

        // Every fourth list is empty, which is a 400.
        Assert.Equal((30, 10), (metrics.Requests(TestServer.Model, 200), metrics.Requests(TestServer.Model, 400)));
        Assert.Equal(1, metrics.Requests("_unknown_", 404));
        Assert.Equal(40, metrics.Of("kthena_inference_duration_seconds_count"));
        Assert.Equal((40, requestBytes), (metrics.Of("kthena_inference_request_size_bytes_count"), metrics.Of("kthena_inference_request_size_bytes_sum")));
        Assert.Equal((40, responseBytes), (metrics.Of("kthena_inference_response_size_bytes_count"), metrics.Of("kthena_inference_response_size_bytes_sum")));
        Assert.Equal(0, metrics.Of("kthena_inference_errors_total"));
    }

    [Fact]
    public async Task Invented_model_names_add_no_series()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await server.ClassifyAsync("a", "invented");
        var before = await server.MetricsAsync();

        for (var i = 0; i < 100; i++)
        {
            using var response = await server.ClassifyAsync("a", $"invented-{i}");
        }

        var after = await server.MetricsAsync();
        Assert.Equal(before.Series.Order(), after.Series.Order());
        Assert.Equal(101, after.Requests("_unknown_", 404));
    }

    [Fact]
    public async Task The_latency_carries_the_request_s_trace_id_as_exemplar()
    {
        await using var server = await TestServer.StartAsync();
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        using var content = new StringContent("""{"model":"lande-t50","input":"hello"}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/classify") { Content = content, Headers = { { "traceparent", $"00-{traceId}-00f067aa0ba902b7-01" } } };
        using var response = await server.Client.SendAsync(request, Cancellation);

        using var scrape = new HttpRequestMessage(HttpMethod.Get, "/metrics")
        {
            Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse("application/openmetrics-text;version=1.0.0") } },
        };
        using var scraped = await server.Client.SendAsync(scrape, Cancellation);
        var lines = (await scraped.Content.ReadAsStringAsync(Cancellation)).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("kthena_inference_duration_seconds_bucket", StringComparison.Ordinal)
            && line.Contains($"trace_id=\"{traceId}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Promtool_has_no_complaint()
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.ClassifyAsync("hello");

        await Promtool.AssertCleanAsync((await server.MetricsAsync()).Text, Cancellation);
    }
}
