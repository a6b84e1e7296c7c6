using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests.Faults;

/// <summary>Faults that strike requests, seen in answers and metrics.</summary>
public sealed class RequestFaultTests
{
    [Fact]
    public async Task Errors_are_counted_as_500_for_their_model_alone()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("errors", new { model = TestServer.Model });

        Assert.Equal((500, 200), (await server.StatusAsync(), await server.StatusAsync(TestServer.Pruned)));
        var metrics = await server.MetricsAsync();
        Assert.Equal((1, 1), (metrics.Requests(TestServer.Model, 500), metrics.Of("kthena_inference_errors_total")));
        Assert.Equal((0, 1), (metrics.Requests(TestServer.Pruned, 500), metrics.Requests(TestServer.Pruned, 200)));
    }

    [Fact]
    public async Task A_share_is_kept_exactly()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("errors", new { model = TestServer.Model, share = 0.3 });

        for (var i = 0; i < 20; i++)
            await server.StatusAsync();

        var metrics = await server.MetricsAsync();
        Assert.Equal((6, 14), (metrics.Requests(TestServer.Model, 500), metrics.Requests(TestServer.Model, 200)));
    }

    [Fact]
    public async Task Latency_is_added_to_what_is_measured_for_many_requests_at_once()
    {
        const int Many = 60;
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await FaultyServer.StartAsync(time);
        await server.InjectAsync("latency", new { model = TestServer.Model, value = 3 });

        var answers = Enumerable.Range(0, Many).Select(_ => server.StatusAsync()).ToArray();
        // Time goes on until all have come, and each waits for 3 s from its own arrival.
        await Eventually.Async(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return Task.FromResult(Array.TrueForAll(answers, answer => answer.IsCompleted));
        });

        Assert.All(await Task.WhenAll(answers), status => Assert.Equal(200, status));
        var metrics = await server.MetricsAsync();
        Assert.Equal(0, metrics["kthena_inference_duration_seconds_bucket{model_id=\"lande-t50\",le=\"2\"}"]);
        Assert.Equal(Many, metrics["kthena_inference_duration_seconds_bucket{model_id=\"lande-t50\",le=\"5\"}"]);
    }

    [Fact]
    public async Task The_deadline_holds_against_latency()
    {
        await using var server = await FaultyServer.StartAsync(settings: new() { ["Inference:Deadline"] = "00:00:00.050" });
        await server.InjectAsync("latency", new { model = TestServer.Model, value = 60 });

        Assert.Equal(504, await server.StatusAsync());
    }

    [Fact]
    public async Task A_hang_ends_with_the_deadline_and_other_models_answer()
    {
        await using var server = await FaultyServer.StartAsync(settings: new() { ["Inference:Deadline"] = "00:00:00.250" });
        await server.InjectAsync("hang", new { model = TestServer.Model });

        Assert.Equal((504, 200), (await server.StatusAsync(), await server.StatusAsync(TestServer.Pruned)));
    }

    [Fact]
    public async Task A_cache_that_is_bypassed_misses_what_it_keeps()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.StatusAsync();
        await server.InjectAsync("cache-bypass", new { model = TestServer.Model });
        await server.StatusAsync();
        var during = await server.MetricsAsync();
        await server.ClearAsync();
        await server.StatusAsync();
        var after = await server.MetricsAsync();

        Assert.Equal((0, 2), (Lookups(during, "hit"), Lookups(during, "miss")));
        Assert.Equal((1, 2), (Lookups(after, "hit"), Lookups(after, "miss")));

        static double Lookups(Metrics metrics, string result) => metrics[$"kthena_prediction_cache_lookups_total{{model_id=\"lande-t50\",result=\"{result}\"}}"];
    }
}
