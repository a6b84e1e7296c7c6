using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class BatchingTests
{
    [Fact]
    public async Task Requests_that_wait_are_computed_together()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        backend.Hold();

        var first = server.ClassifyAsync("first");
        await Eventually.Async(() => Task.FromResult(backend.Held == 1));
        Task<HttpResponseMessage>[] others = [server.ClassifyAsync("a"), server.ClassifyAsync("b"), server.ClassifyAsync("c")];
        await Eventually.Async(async () => await server.QueueDepthAsync() == 3);
        backend.Release();

        foreach (var answer in await Task.WhenAll([first, .. others]))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, backend.Batches.Length);
        Assert.Equal(["a", "b", "c"], backend.Batches[1].Order());
    }

    [Fact]
    public async Task A_request_larger_than_a_batch_is_spread_over_several_and_answered_in_order()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, settings: new() { ["Inference:MaxBatchSize"] = "4", ["Cache:Capacity"] = "0" });
        string[] texts = [.. NodeReference.Sentences.Take(10)];

        using var together = await server.ClassifyAsync(texts);
        var labels = (await TestServer.JsonAsync(together)).GetProperty("data").EnumerateArray().Select(item => item.GetProperty("label").GetString());

        Assert.Equal([4, 4, 2], backend.Batches.TakeLast(3).Select(batch => batch.Length));
        Assert.Equal(await Task.WhenAll(texts.Select(text => LabelAsync(server, text))), labels);
    }

    [Fact]
    public async Task A_text_waits_for_others_no_longer_than_the_delay()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var backend = new GatedBackend();
        await using var server = await StartAsync(backend, time);

        var answer = server.ClassifyAsync("alone");
        await Eventually.Async(async () => await server.QueueDepthAsync() == 1);
        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Fact]
    public async Task A_full_batch_does_not_wait()
    {
        var backend = new GatedBackend();
        await using var server = await StartAsync(backend, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));

        using var answer = await server.ClassifyAsync(["a", "b", "c", "d"]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task How_full_batches_are_and_how_long_requests_wait_is_measured()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await StartAsync(new GatedBackend(), time);

        var answer = server.ClassifyAsync("alone");
        await Eventually.Async(async () => await server.QueueDepthAsync() == 1);
        time.Advance(TimeSpan.FromMilliseconds(100));
        using var response = await answer;
        var metrics = await server.MetricsAsync();

        Assert.Equal(0.25, metrics["batch_processing_efficiency_sum{model_id=\"lande-t50\",batch_size=\"4\"}"]);
        Assert.Equal(1, metrics["batch_processing_efficiency_count{model_id=\"lande-t50\",batch_size=\"4\"}"]);
        Assert.Equal(0.1, metrics["kthena_inference_queue_duration_seconds_sum{model_id=\"lande-t50\",priority=\"normal\"}"], 1e-9);
        Assert.Equal(0, metrics["kthena_inference_queue_duration_seconds_count{model_id=\"lande-t50\",priority=\"high\"}"]);
    }

    [Fact]
    public async Task The_backend_s_busy_time_is_that_of_its_batches()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, services => services.AddSingleton<TimeProvider>(time));
        backend.BeforeClassify = () => time.Advance(TimeSpan.FromSeconds(3));

        using var response = await server.ClassifyAsync("a");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(3, (await server.MetricsAsync())["kthena_backend_busy_seconds_total{backend=\"cpu\"}"], 1e-9);
    }

    private static Task<TestServer> StartAsync(GatedBackend backend, FakeTimeProvider time) => TestServer.StartWithBackendAsync(
        backend,
        services => services.AddSingleton<TimeProvider>(time),
        new() { ["Inference:MaxBatchSize"] = "4", ["Inference:MaxBatchDelay"] = "00:00:00.1" });

    private static async Task<string?> LabelAsync(TestServer server, string text)
    {
        using var response = await server.ClassifyAsync(text);
        return (await TestServer.JsonAsync(response)).GetProperty("data")[0].GetProperty("label").GetString();
    }
}
