using Kthena.SampleModelServer.Accuracy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class ScoreTests
{
    private const string Completed = "kthena_accuracy_evaluations_total{model_id=\"lande-t50\",result=\"completed\"}";
    private const string Failed = "kthena_accuracy_evaluations_total{model_id=\"lande-t50\",result=\"failed\"}";
    private const string Skipped = "kthena_accuracy_evaluations_total{model_id=\"lande-t50\",result=\"skipped\"}";

    private static readonly Dictionary<string, string> s_on = new()
    {
        ["Models:Ids:0"] = TestServer.Model, ["Accuracy:Interval"] = "00:00:05", ["Inference:QueueCapacity"] = "4", ["Inference:Workers"] = "1",
    };

    private static string DataSet => Path.Combine(AppContext.BaseDirectory, "accuracy", "heldout.txt");

    [Fact]
    public async Task The_score_is_the_share_of_the_held_out_set_that_the_model_names_right()
    {
        var set = HeldOutSet.Read(DataSet);
        await using var server = await TestServer.StartAsync(s_on);
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 1);

        var right = 0;
        foreach (var texts in set.Texts.Chunk(100))
        {
            using var response = await server.ClassifyAsync(texts.Select(text => text.Text));
            var labels = (await TestServer.JsonAsync(response)).GetProperty("data").EnumerateArray().Select(item => item.GetProperty("label").GetString());
            right += labels.Zip(texts).Count(pair => pair.First == pair.Second.Label);
        }

        Assert.Equal((double)right / set.Texts.Count, Assert.Single(await ScoresAsync(server)));
        // What is measured is the model, and only requests are counted as such.
        Assert.Equal(1 + (set.Texts.Count - 1) / 100, (await server.MetricsAsync()).Requests(TestServer.Model, 200));
        Assert.Equal(0, (await server.MetricsAsync())["kthena_prediction_cache_lookups_total{model_id=\"lande-t50\",result=\"hit\"}"]);
    }

    [Fact]
    public async Task It_is_measured_again_at_every_interval_as_low_priority()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(s_on, services => services.AddSingleton<TimeProvider>(time));
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 1);
        var once = (await server.MetricsAsync())["kthena_inference_queue_duration_seconds_count{model_id=\"lande-t50\",priority=\"low\"}"];

        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 2);

        Assert.True(once > 0);
        Assert.Equal(2 * once, (await server.MetricsAsync())["kthena_inference_queue_duration_seconds_count{model_id=\"lande-t50\",priority=\"low\"}"]);
    }

    [Fact]
    public async Task A_measurement_that_finds_no_room_is_skipped_and_the_score_stays()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, services => services.AddSingleton<TimeProvider>(time), s_on);
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 1);
        var score = Assert.Single(await ScoresAsync(server));
        backend.Hold();
        var held = server.ClassifyAsync("held");
        await Eventually.Async(() => Task.FromResult(backend.Held == 1));
        Task<HttpResponseMessage>[] waiting = [server.ClassifyAsync("a"), server.ClassifyAsync("b")];
        await Eventually.Async(async () => await server.QueueDepthAsync() == 2);

        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Async(async () => (await server.MetricsAsync())[Skipped] == 1);
        backend.Release();

        await Task.WhenAll([held, .. waiting]);
        Assert.Equal(score, Assert.Single(await ScoresAsync(server)));
    }

    [Fact]
    public async Task A_backend_that_hangs_fails_the_measurement_at_the_deadline_of_requests()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, services => services.AddSingleton<TimeProvider>(time), s_on);
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 1);
        backend.Hold();
        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Async(() => Task.FromResult(backend.Held == 1));

        time.Advance(TimeSpan.FromSeconds(10));
        await Eventually.Async(async () => (await server.MetricsAsync())[Failed] == 1);
        backend.Release();
    }

    [Fact]
    public async Task A_model_that_is_unloaded_has_no_score()
    {
        await using var server = await TestServer.StartAsync(s_on);
        await Eventually.Async(async () => (await server.MetricsAsync())[Completed] == 1);
        Assert.Single(await ScoresAsync(server));

        using var unload = await server.UnloadAsync();
        Assert.Empty(await ScoresAsync(server));

        using var load = await server.LoadAsync();
        await Eventually.Async(async () => (await ScoresAsync(server)).Length == 1);
    }

    private static async Task<double[]> ScoresAsync(TestServer server)
    {
        var metrics = await server.MetricsAsync();
        return [.. metrics.Series.Where(name => name.StartsWith("model_accuracy_score{model_id=\"lande-t50\",", StringComparison.Ordinal)).Select(name => metrics[name])];
    }
}
