namespace Kthena.Cli.Faults;

/// <summary>The faults that the graph takes, and the alerts that each should raise.</summary>
internal static class KnownFaults
{
    /// <summary>The one that the graph's report takes; the model server takes all others.</summary>
    public const string StuckAutoscaling = "stuck-autoscaling";

    /// <summary>The one that nothing takes back.</summary>
    public const string Crash = "crash";

    public static readonly IReadOnlyDictionary<string, string[]> Alerts = new Dictionary<string, string[]>
    {
        ["errors"] = ["HighErrorRate", "KthenaHighErrorRate"],
        ["latency"] = ["HighInferenceLatency", "KthenaHighLatency"],
        ["memory"] = ["ModelHighMemoryUsage"],
        ["load-failure"] = ["ModelLoadFailure", "ModelNotServing"],
        ["accuracy"] = ["ModelAccuracyDrop"],
        ["queue-flood"] = ["InferenceQueueSaturated", "InferenceRequestsRejected"],
        ["cache-bypass"] = ["CacheHitRatioCollapse"],
        [Crash] = ["KthenaServiceDown"],
        ["hang"] = ["HighErrorRate", "KthenaHighErrorRate"],
        ["scrape-hang"] = ["KthenaServiceDown"],
        ["cardinality"] = ["SeriesBudgetExceeded"],
        ["gpu-busy"] = ["GPUHighUtilization"],
        ["gpu-hot"] = ["GPUHighTemperature"],
        ["gpu-lost"] = ["GPULost"],
        ["gpu-xid"] = ["GPUXidError"],
        [StuckAutoscaling] = ["AutoscalingNotWorking"],
    };
}
