using System.Net;

namespace Kthena.SampleModelServer.Tests;

public sealed class LifecycleTests : IDisposable
{
    private const string Other = "lande-t50-pruned";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Unloading_frees_the_model_and_loading_brings_it_back()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        using var before = await server.ClassifyAsync("Guten Tag");

        using var unload = await server.UnloadAsync();
        using var refused = await server.ClassifyAsync("Guten Tag");
        var unloaded = await server.MetricsAsync();
        using var load = await server.LoadAsync();
        using var after = await server.ClassifyAsync("Guten Tag");
        var loaded = await server.MetricsAsync();

        Assert.Equal("unloaded", await StateAsync(unload));
        await ErrorTests.AssertErrorAsync(refused, 503, "model_not_loaded", "model");
        Assert.Equal((0, 0), (unloaded.Of("kthena_model_status"), unloaded.Of("kthena_model_memory_usage_bytes")));
        Assert.Equal(1, backend.Disposed);
        Assert.Equal("loaded", await StateAsync(load));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal((1, 2), (loaded.Of("kthena_model_status"), loaded.Of("kthena_model_load_duration_seconds_count")));
        Assert.True(loaded.Of("kthena_model_memory_usage_bytes") > 0);
    }

    [Fact]
    public async Task Unloading_answers_what_waits_with_503_and_lets_what_runs_end()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, settings: new() { ["Inference:MaxBatchSize"] = "2" });
        backend.Hold();
        var running = server.ClassifyAsync(["a", "b"]);
        await Eventually.Async(() => Task.FromResult(backend.Held == 1));
        var waiting = server.ClassifyAsync("c");
        await Eventually.Async(async () => await server.QueueDepthAsync() == 1);

        var unload = server.UnloadAsync();
        await ErrorTests.AssertErrorAsync(await waiting, 503, "model_not_loaded", "model");
        Assert.Equal((false, 0), (unload.IsCompleted, backend.Disposed));
        backend.Release();

        Assert.Equal(HttpStatusCode.OK, (await running).StatusCode);
        Assert.Equal("unloaded", await StateAsync(await unload));
        Assert.Equal(1, backend.Disposed);
        Assert.Equal(0, await server.QueueDepthAsync());
    }

    [Fact]
    public async Task Loading_one_model_while_another_answers_disturbs_nobody()
    {
        await using var server = await TestServer.StartAsync(TwoModels());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var statuses = new List<HttpStatusCode>();
        var traffic = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    using var response = await server.ClassifyAsync($"sentence {statuses.Count}");
                    statuses.Add(response.StatusCode);
                }
            },
            Cancellation);

        for (var i = 0; i < 10; i++)
        {
            using var unload = await server.UnloadAsync(Other);
            using var load = await server.LoadAsync(Other);
            Assert.Equal("loaded", await StateAsync(load));
        }

        await stop.CancelAsync();
        await traffic;
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Loads_at_the_same_time_are_one_load()
    {
        await using var server = await TestServer.StartAsync();
        using var unload = await server.UnloadAsync();

        foreach (var load in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.LoadAsync())))
            Assert.Equal("loaded", await StateAsync(load));

        Assert.Equal(2, (await server.MetricsAsync()).Of("kthena_model_load_duration_seconds_count"));
    }

    [Fact]
    public async Task Corrupt_weights_fail_the_load_and_mended_ones_load()
    {
        var path = Path.Combine(_folder.FullName, "lande-t50.safetensors");
        var weights = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "models", "lande-t50.safetensors"), Cancellation);
        await File.WriteAllBytesAsync(path, weights, Cancellation);
        await using var server = await TestServer.StartAsync(OneModel());
        using var unload = await server.UnloadAsync();

        await File.WriteAllBytesAsync(path, weights[..^1], Cancellation);
        using var failed = await server.LoadAsync();
        var broken = await server.MetricsAsync();
        var notReady = await ReadyAsync(server);
        await File.WriteAllBytesAsync(path, weights, Cancellation);
        using var mended = await server.LoadAsync();

        await ErrorTests.AssertErrorAsync(failed, 500, "model_load_failed", "model");
        Assert.Equal((1, 0), (broken.Of("kthena_model_load_failures_total"), broken.Of("kthena_model_status")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady);
        Assert.Equal("loaded", await StateAsync(mended));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
    }

    [Fact]
    public async Task A_model_unloaded_on_request_leaves_the_server_ready_for_the_others()
    {
        await using var server = await TestServer.StartAsync(TwoModels());
        using var unload = await server.UnloadAsync(Other);

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
    }

    [Fact]
    public async Task Unloading_what_could_not_be_loaded_makes_the_server_ready()
    {
        await using var server = await TestServer.StartAsync(OneModel());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(server));

        using var unload = await server.UnloadAsync();

        Assert.Equal("unloaded", await StateAsync(unload));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
    }

    [Fact]
    public async Task An_unknown_model_is_a_404()
    {
        await using var server = await TestServer.StartAsync();
        using var load = await server.LoadAsync("another");
        using var unload = await server.UnloadAsync("another");

        await ErrorTests.AssertErrorAsync(load, 404, "model_not_found", "model");
        await ErrorTests.AssertErrorAsync(unload, 404, "model_not_found", "model");
    }

    private Dictionary<string, string> OneModel() => new() { ["Models:Directory"] = _folder.FullName, ["Models:Ids:0"] = TestServer.Model };

    private static Dictionary<string, string> TwoModels() => new() { ["Models:Ids:0"] = TestServer.Model, ["Models:Ids:1"] = Other };

    private static async Task<string?> StateAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await TestServer.JsonAsync(response)).GetProperty("state").GetString();
    }

    private static async Task<HttpStatusCode> ReadyAsync(TestServer server)
    {
        using var response = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
        return response.StatusCode;
    }
}
