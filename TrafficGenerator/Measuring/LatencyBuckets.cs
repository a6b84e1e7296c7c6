namespace Kthena.TrafficGenerator.Measuring;

/// <summary>The buckets of latencies here: those of the model server's <c>kthena_inference_duration_seconds</c>, so that both can be compared.</summary>
internal static class LatencyBuckets
{
    /// <summary>Upper bounds in seconds, inclusive, without the last one, which is infinite.</summary>
    public static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];
}
