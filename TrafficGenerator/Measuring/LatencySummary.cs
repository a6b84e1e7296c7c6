using System.Text.Json.Serialization;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Latencies in seconds.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">All together.</param>
/// <param name="P50">The median. Quantiles are to 0.1 %.</param>
/// <param name="P90">90 % are no longer than this.</param>
/// <param name="P95">95 % are no longer than this.</param>
/// <param name="P99">99 % are no longer than this.</param>
/// <param name="P999">99.9 % are no longer than this.</param>
/// <param name="Max">The longest.</param>
/// <param name="Buckets">Exact counts at <see cref="LatencyBuckets"/>.</param>
internal sealed record LatencySummary(
    long Count, double Sum, double P50, double P90, double P95, double P99, double P999, double Max, IReadOnlyList<LatencyBucket> Buckets);

/// <summary>How many took no longer than a bound, as in a Prometheus histogram.</summary>
/// <param name="Le">The bound in seconds, inclusive.</param>
/// <param name="Count">How many: cumulative.</param>
internal sealed record LatencyBucket([property: JsonPropertyName("le")] double Le, long Count);
