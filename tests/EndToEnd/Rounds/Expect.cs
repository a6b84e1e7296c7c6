using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Timeline;
using Kthena.StackTesting.Scaling;

namespace Kthena.EndToEnd.Tests.Rounds;

/// <summary>The alerts of the specification and of the objectives: who is told, and how long each fault takes to fill its window. Ranges and thresholds are those of the rules.</summary>
internal static class Expect
{
    /// <summary>Slower than HighInferenceLatency allows (2 s) and the objective too (1 s), faster than the deadline.</summary>
    public static readonly TimeSpan SlowRequest = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan s_fiveMinutes = TimeSpan.FromMinutes(5) / DurationScale.Factor;

    public static AlertExpectation ServiceDown() => AlertExpectation.Of("KthenaServiceDown")
        .Firing(("severity", "critical"), ("service", "kthena"), ("scope", "service")).At(Receiver.Paging, Receiver.Team);

    public static AlertExpectation HighErrorRate(string model) => Critical("HighErrorRate", model).Within(Fill.Ratio(s_fiveMinutes, threshold: 0.05));

    public static AlertExpectation LoadFailure(string model) => Critical("ModelLoadFailure", model);

    public static AlertExpectation HighLatency(string model)
        => Warning("HighInferenceLatency", model).Within(Fill.Quantile(s_fiveMinutes, quantile: 0.95, SlowRequest));

    public static AlertExpectation HighMemory(string model) => Warning("ModelHighMemoryUsage", model);

    public static AlertExpectation AccuracyDrop(string model) => Warning("ModelAccuracyDrop", model);

    public static AlertExpectation AutoscalingNotWorking(string model) => Warning("AutoscalingNotWorking", model).SeenThrough("kube-state-metrics");

    public static AlertExpectation GpuHighUtilization(int gpu) => AlertExpectation.Of("GPUHighUtilization")
        .Firing(("severity", "info"), ("service", "kthena"), ("gpu_id", $"{gpu}")).Saying($"GPU {gpu} of").At(Receiver.Info).SeenThrough("gpu-exporter");

    /// <param name="share">The share of all requests that fails.</param>
    public static AlertExpectation ErrorBudgetBurns(double share)
        => Page("KthenaHighErrorRate", new ErrorBudgetFill("inference-availability", 0.999, share, TimeSpan.Zero));

    public static AlertExpectation LatencyBudgetBurns() => Page("KthenaHighLatency", new ErrorBudgetFill("inference-latency", 0.95, Share: 1, SlowRequest));

    private static AlertExpectation Critical(string alert, string model) => AlertExpectation.Of(alert)
        .Firing(("severity", "critical"), ("service", "kthena"), ("model_id", model)).At(Receiver.Paging, Receiver.Team);

    private static AlertExpectation Warning(string alert, string model) => AlertExpectation.Of(alert)
        .Firing(("severity", "warning"), ("service", "kthena"), ("model_id", model)).At(Receiver.Team);

    private static AlertExpectation Page(string alert, ErrorBudgetFill fill) => AlertExpectation.Of(alert)
        .Firing(("severity", "critical"), ("service", "kthena"), ("slo", fill.Slo)).At(Receiver.Paging, Receiver.Team).Within(fill.OfAsync);
}
