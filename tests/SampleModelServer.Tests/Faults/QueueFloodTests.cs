namespace Kthena.SampleModelServer.Tests.Faults;

public sealed class QueueFloodTests
{
    private const string Depth = "inference_queue_depth{model_id=\"lande-t50\",priority=\"normal\"}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queue_stays_nearly_full_and_refuses_while_other_models_answer()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("queue-flood", new { model = TestServer.Model });
        await Eventually.Async(async () => await DepthAsync(server) >= 0.85 * 256);

        var depths = new List<double>();
        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            statuses.Add(await server.StatusAsync(text: $"flooded {i}"));
            depths.Add(await DepthAsync(server));
            Assert.Equal(200, await server.StatusAsync(TestServer.Pruned, $"not flooded {i}"));
        }

        Assert.All(depths, depth => Assert.InRange(depth, 0.8 * 256, 256));
        Assert.Contains(429, statuses);
        Assert.NotEqual(0, (await server.MetricsAsync()).Requests(TestServer.Model, 429));
    }

    [Fact]
    public async Task What_is_let_in_is_answered_though_late()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("queue-flood", new { model = TestServer.Model });
        await Eventually.Async(async () => await DepthAsync(server) >= 0.85 * 256);

        using var response = await server.Server.ClassifyAsync("urgent", "high", TestServer.Model, Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task It_leaves_nothing_behind()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("queue-flood", new { model = TestServer.Model });
        await Eventually.Async(async () => await DepthAsync(server) >= 0.85 * 256);
        await server.ClearAsync();

        Assert.Equal(0, await DepthAsync(server));
        Assert.Equal(200, await server.StatusAsync());
    }

    [Fact]
    public async Task A_model_can_be_unloaded_and_loaded_in_the_flood()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("queue-flood", new { model = TestServer.Model });
        using var unloaded = await server.Server.UnloadAsync();
        Assert.Equal(0, await DepthAsync(server));
        using var loaded = await server.Server.LoadAsync();

        await Eventually.Async(async () => await DepthAsync(server) >= 0.85 * 256);
    }

    private static async Task<double> DepthAsync(FaultyServer server) => (await server.MetricsAsync())[Depth];
}
