using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class CacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_seen_before_gets_the_same_answer_without_being_computed()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);

        var first = await DataAsync(server, "Guten Morgen");
        var second = await DataAsync(server, "Guten Morgen");

        Assert.Equal(first, second);
        Assert.Single(backend.Batches, batch => batch.Contains("Guten Morgen"));
    }

    [Fact]
    public async Task Of_a_list_only_what_is_new_is_computed()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        await DataAsync(server, "b");

        using var list = await server.ClassifyAsync(["a", "b", "c"]);

        Assert.Equal(["a", "c"], backend.Batches[^1]);
        Assert.Equal(
            [await DataAsync(server, "a"), await DataAsync(server, "b"), await DataAsync(server, "c")],
            (await TestServer.JsonAsync(list)).GetProperty("data").EnumerateArray().Select(Probabilities));
    }

    [Fact]
    public async Task The_prediction_not_used_for_longest_makes_room()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, settings: new() { ["Cache:Capacity"] = "2" });

        // a is used again, so c takes the place of b.
        foreach (var text in (string[])["a", "b", "a", "c", "a", "b"])
            await DataAsync(server, text);

        Assert.Equal(["a", "b", "c", "b"], backend.Batches.Select(Assert.Single).Where(text => text.Length == 1));
    }

    [Fact]
    public async Task Long_texts_are_not_kept()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        var text = new string('a', 1025);

        await DataAsync(server, text);
        await DataAsync(server, text);

        Assert.Equal(2, backend.Batches.Count(batch => batch.Contains(text)));
    }

    [Fact]
    public async Task Unloading_forgets_the_predictions()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        await DataAsync(server, "again");

        using var unload = await server.UnloadAsync();
        using var load = await server.LoadAsync();
        await DataAsync(server, "again");

        Assert.Equal(2, backend.Batches.Count(batch => batch.Contains("again")));
    }

    [Fact]
    public async Task The_hit_ratio_is_that_of_the_last_minute()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(configure: services => services.AddSingleton<TimeProvider>(time));

        Assert.Equal(double.NaN, await RatioAsync(server));
        await DataAsync(server, "a");
        await DataAsync(server, "a");
        await DataAsync(server, "a");
        await DataAsync(server, "b");
        Assert.Equal(0.5, await RatioAsync(server));

        time.Advance(TimeSpan.FromSeconds(30));
        await DataAsync(server, "b");
        Assert.Equal(0.6, await RatioAsync(server));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await RatioAsync(server));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(double.NaN, await RatioAsync(server));

        var metrics = await server.MetricsAsync();
        Assert.Equal(3, metrics["kthena_prediction_cache_lookups_total{model_id=\"lande-t50\",result=\"hit\"}"]);
        Assert.Equal(2, metrics["kthena_prediction_cache_lookups_total{model_id=\"lande-t50\",result=\"miss\"}"]);
    }

    private static async Task<double> RatioAsync(TestServer server) =>
        (await server.MetricsAsync())["model_cache_hit_ratio{model_id=\"lande-t50\",cache_type=\"prediction\"}"];

    private static async Task<string> DataAsync(TestServer server, string text)
    {
        using var response = await server.ClassifyAsync(text);
        return Probabilities((await TestServer.JsonAsync(response)).GetProperty("data")[0]);
    }

    private static string Probabilities(System.Text.Json.JsonElement item) => item.GetProperty("probs").GetRawText();
}
