namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>A number that the server really has and that a file may publish.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Type">What kind of number it is.</param>
/// <param name="Labels">Its labels, in the order in which the server gives their values.</param>
internal sealed record CustomMetricSource(string Name, CustomMetricType Type, IReadOnlyList<string> Labels)
{
    public static readonly CustomMetricSource AccuracyScore =
        new("model_accuracy_score", CustomMetricType.Gauge, [ModelLabel.Name, "version", "dataset"]);

    public static readonly CustomMetricSource QueueDepth =
        new("inference_queue_depth", CustomMetricType.Gauge, [ModelLabel.Name, "priority"]);

    public static readonly CustomMetricSource CacheHitRatio =
        new("model_cache_hit_ratio", CustomMetricType.Gauge, [ModelLabel.Name, "cache_type"]);

    public static readonly CustomMetricSource BatchEfficiency =
        new("batch_processing_efficiency", CustomMetricType.Histogram, [ModelLabel.Name, "batch_size"]);

    public static readonly IReadOnlyList<CustomMetricSource> All = [AccuracyScore, QueueDepth, CacheHitRatio, BatchEfficiency];

    // The families that the server and its client library always have; a test holds the list to /metrics.
    private static readonly string[] s_reserved = ["kthena_", "process_", "dotnet_"];

    public static bool IsReserved(string name) => Array.Exists(s_reserved, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
