using Kthena.SampleModelServer.Faults.Weights;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Tests.Faults;

/// <summary>Faults of a model itself, seen in answers and metrics.</summary>
public sealed class WeightFaultTests
{
    private const string Memory = "kthena_model_memory_usage_bytes";

    [Fact]
    public async Task Memory_is_really_taken_and_given_back()
    {
        await using var server = await FaultyServer.StartAsync();
        var before = await server.MetricsAsync();
        await server.InjectAsync("memory", new { model = TestServer.Model, value = 96 << 20 });
        var during = await server.MetricsAsync();
        await server.ClearAsync();
        var after = await server.MetricsAsync();

        Assert.Equal(before.Of(Memory) + (96 << 20), during.Of(Memory));
        Assert.InRange(during["process_working_set_bytes"], 96 << 20, double.MaxValue);
        Assert.Equal(before.Of(Memory), after.Of(Memory));
        Assert.Equal(before.Of(Memory, TestServer.Pruned), during.Of(Memory, TestServer.Pruned));
    }

    [Fact]
    public async Task Memory_goes_with_the_model_and_comes_back_with_it()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("memory", new { model = TestServer.Model, value = 1 << 20 });
        using var unloaded = await server.Server.UnloadAsync();
        var without = await server.MetricsAsync();
        using var loaded = await server.Server.LoadAsync();
        var again = await server.MetricsAsync();

        Assert.Equal(0, without.Of(Memory));
        Assert.InRange(again.Of(Memory), 1 << 20, 2 << 20);
    }

    [Fact]
    public async Task More_memory_than_the_machine_can_spare_is_refused()
    {
        await using var server = await FaultyServer.StartAsync();
        using var response = await server.PutAsync("memory", new { value = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes });

        await ErrorTests.AssertErrorAsync(response, 409, "fault_refused", null);
        Assert.Empty(await server.ActiveAsync());
    }

    [Fact]
    public async Task A_load_fails_on_a_corrupt_file_and_succeeds_on_the_good_one_afterwards()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("load-failure", new { model = TestServer.Model });
        var during = await server.MetricsAsync();
        var refused = await server.StatusAsync();
        using var retry = await server.Server.LoadAsync();
        var other = await server.StatusAsync(TestServer.Pruned);
        await server.ClearAsync("/load-failure");
        var after = await server.MetricsAsync();

        Assert.Equal((1, 0, 503, 200), (during.Of("kthena_model_load_failures_total"), during.Of("kthena_model_status"), refused, other));
        await ErrorTests.AssertErrorAsync(retry, 500, "model_load_failed", "model");
        Assert.Equal((2, 1), (after.Of("kthena_model_load_failures_total"), after.Of("kthena_model_status")));
        Assert.Equal(200, await server.StatusAsync());
    }

    [Fact]
    public async Task A_model_that_was_unloaded_meanwhile_stays_so()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("load-failure", new { model = TestServer.Model });
        using var unloaded = await server.Server.UnloadAsync();
        await server.ClearAsync();

        Assert.Equal(503, await server.StatusAsync());
        using var response = await server.PutAsync("load-failure", new { model = TestServer.Model });
        await ErrorTests.AssertErrorAsync(response, 409, "fault_refused", null);
    }

    [Fact]
    public void A_corrupt_copy_is_no_model()
    {
        using var copy = ModelCopy.Corrupt(Path.Combine(AppContext.BaseDirectory, "models", "lande-t50.safetensors"));

        Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(copy.Path));
    }

    [Theory]
    [InlineData(TestServer.Model, 0.8)]
    [InlineData(TestServer.Pruned, 0.75)]
    public async Task Noise_on_the_weights_shows_in_the_accuracy_at_once_and_is_gone_afterwards(string model, double bound)
    {
        await using var server = await FaultyServer.StartAsync(settings: new() { ["Accuracy:Interval"] = "1.00:00:00" });
        var before = await ScoreAsync(server, model, score => score is not null);
        await server.InjectAsync("accuracy", new { model });
        var during = await ScoreAsync(server, model, score => score != before);
        await server.ClearAsync();
        var after = await ScoreAsync(server, model, score => score != during);

        TestContext.Current.TestOutputHelper?.WriteLine($"{before} {during} {after}");
        Assert.InRange(during!.Value, 0, bound);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Noise_changes_the_answers_and_none_outlives_it_in_the_cache()
    {
        await using var server = await FaultyServer.StartAsync();
        var before = await AnswerAsync(server);
        await server.InjectAsync("accuracy", new { model = TestServer.Model });
        var during = await AnswerAsync(server);
        await server.ClearAsync();
        var after = await AnswerAsync(server);

        Assert.NotEqual(before, during);
        Assert.Equal(before, after);
    }

    private static async Task<string> AnswerAsync(FaultyServer server)
    {
        using var response = await server.Server.ClassifyAsync("The quick brown fox jumps over the lazy dog");
        return (await TestServer.JsonAsync(response)).GetProperty("data").GetRawText();
    }

    private static async Task<double?> ScoreAsync(FaultyServer server, string model, Func<double?, bool> isIt)
    {
        double? score = null;
        await Eventually.Async(async () =>
        {
            var metrics = await server.MetricsAsync();
            score = metrics.Series.Where(series => series.StartsWith($"model_accuracy_score{{model_id=\"{model}\"", StringComparison.Ordinal))
                .Select(series => (double?)metrics[series]).SingleOrDefault();
            return isIt(score);
        });
        return score;
    }
}
