using System.Text.RegularExpressions;
using Kthena.SampleModelServer.Telemetry.Custom;
using Microsoft.Extensions.DependencyInjection;

namespace Kthena.SampleModelServer.Tests;

public sealed partial class CustomMetricsTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("metrics-").FullName, "metrics.yaml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task The_file_beside_the_server_is_that_of_the_specification()
    {
        await using var server = await TestServer.StartAsync();
        ObserveAll(server);
        var text = (await server.MetricsAsync()).Text;

        Assert.Contains("# HELP model_accuracy_score Current model accuracy score\n# TYPE model_accuracy_score gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("# HELP inference_queue_depth Number of requests waiting in inference queue\n# TYPE inference_queue_depth gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("# HELP model_cache_hit_ratio Cache hit ratio for model predictions\n# TYPE model_cache_hit_ratio gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("# HELP batch_processing_efficiency Efficiency of batch processing\n# TYPE batch_processing_efficiency histogram\n", text, StringComparison.Ordinal);
        Assert.Equal(["0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.99", "1", "+Inf"], Bounds(text));
        await Promtool.AssertCleanAsync(text, Cancellation);
    }

    [Fact]
    public async Task A_metric_that_the_file_leaves_out_does_not_exist()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "metrics.yaml"), Cancellation);
        await using var server = await StartAsync(CacheHitRatio().Replace(yaml, ""));
        ObserveAll(server);
        var text = (await server.MetricsAsync()).Text;

        Assert.Null(server.Services.GetRequiredService<CustomMetrics>().CacheHitRatio);
        Assert.DoesNotContain("model_cache_hit_ratio", text, StringComparison.Ordinal);
        Assert.Contains("inference_queue_depth", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_buckets_are_those_of_the_file()
    {
        await using var server = await StartAsync(
            """
            custom_metrics:
            - name: batch_processing_efficiency
              type: histogram
              help: "Share of \"used\" slots \\ room,\nby batch"
              labels: [batch_size, model_id]
              buckets: [0.5, 1e0, 2.5]
            """);
        ObserveAll(server);
        var metrics = await server.MetricsAsync();

        Assert.Contains("# HELP batch_processing_efficiency Share of \"used\" slots \\\\ room,\\nby batch\n", metrics.Text, StringComparison.Ordinal);
        Assert.Equal(["0.5", "1", "2.5", "+Inf"], Bounds(metrics.Text));
        Assert.Equal(1, metrics["batch_processing_efficiency_bucket{model_id=\"m\",batch_size=\"8\",le=\"1\"}"]);
    }

    [Fact]
    public async Task The_reserved_prefixes_cover_all_metrics_of_the_server()
    {
        await using var server = await StartAsync("custom_metrics: []\n");
        var names = Family().Matches((await server.MetricsAsync()).Text).Select(match => match.Groups[1].Value).ToArray();

        Assert.True(names.Length > 10);
        Assert.DoesNotContain(names, name => !CustomMetricSource.IsReserved(name));
    }

    [Fact]
    public async Task A_wrong_file_ends_the_server_at_its_start_with_1_and_every_problem_on_a_line_of_standard_error()
    {
        await File.WriteAllTextAsync(_file, "custom_metrics:\n- name: requests\n  type: counter\n  help: ''\n  labels: []\n", Cancellation);

        var (exitCode, output, errors) = await ServerProcess.RunAsync(new() { ["CustomMetrics__File"] = _file });

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                $"{_file}:2:9: the server has no numbers for 'requests'; it has them for model_accuracy_score, inference_queue_depth, model_cache_hit_ratio, batch_processing_efficiency",
                $"{_file}:4:9: the help is no text or an empty one; say in a sentence what the metric tells",
            ],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(output);
    }

    private static void ObserveAll(TestServer server)
    {
        var metrics = server.Services.GetRequiredService<CustomMetrics>();
        metrics.AccuracyScore?.WithLabels("m", "1", "d").Set(0.9);
        metrics.QueueDepth?.WithLabels("m", "high").Set(3);
        metrics.CacheHitRatio?.WithLabels("m", "prediction").Set(0.5);
        metrics.BatchEfficiency?.WithLabels("m", "8").Observe(0.8);
    }

    private static IEnumerable<string> Bounds(string text) =>
        Bucket().Matches(text).Select(match => match.Groups[1].Value);

    private async Task<TestServer> StartAsync(string yaml)
    {
        await File.WriteAllTextAsync(_file, yaml, Cancellation);
        return await TestServer.StartAsync(new() { ["CustomMetrics:File"] = _file });
    }

    [GeneratedRegex("""batch_processing_efficiency_bucket\{model_id="m",batch_size="8",le="([^"]+)"\}""")]
    private static partial Regex Bucket();

    [GeneratedRegex("^# TYPE ([^ ]+) ", RegexOptions.Multiline)]
    private static partial Regex Family();

    [GeneratedRegex("  - name: model_cache_hit_ratio.*?\n\n", RegexOptions.Singleline)]
    private static partial Regex CacheHitRatio();
}
