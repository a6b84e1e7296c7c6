using HdrHistogram;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Latencies, for quantiles to 0.1 % and for exact counts at <see cref="LatencyBuckets"/>. Not for several threads at once.</summary>
internal sealed class LatencyRecord
{
    // In microseconds. Nothing is longer than the longest deadline and the longest lateness; what is counts as the highest.
    private const long Highest = 120_000_000;
    private const int Digits = 3;

    private readonly LongHistogram _histogram = new(1, Highest, Digits);
    private readonly long[] _buckets = new long[LatencyBuckets.Seconds.Length + 1];
    private double _sum;

    public long Count => _histogram.TotalCount;

    public void Add(TimeSpan latency)
    {
        _histogram.RecordValue(Math.Clamp((long)Math.Round(latency.TotalMicroseconds), 0, Highest));
        _buckets[BucketOf(latency.TotalSeconds)]++;
        _sum += latency.TotalSeconds;
    }

    public void Add(LatencyRecord other)
    {
        _histogram.Add(other._histogram);
        for (var i = 0; i < _buckets.Length; i++)
            _buckets[i] += other._buckets[i];
        _sum += other._sum;
    }

    public void Clear()
    {
        _histogram.Reset();
        Array.Clear(_buckets);
        _sum = 0;
    }

    /// <summary>What it has recorded; null while that is nothing.</summary>
    public LatencySummary? Summarise() => Count == 0
        ? null
        : new(Count, _sum, Quantile(50), Quantile(90), Quantile(95), Quantile(99), Quantile(99.9), Seconds(_histogram.GetMaxValue()), CumulativeBuckets());

    private double Quantile(double percentile) => Seconds(_histogram.GetValueAtPercentile(percentile));

    private static double Seconds(long microseconds) => microseconds / 1e6;

    private LatencyBucket[] CumulativeBuckets()
    {
        long count = 0;
        return [.. LatencyBuckets.Seconds.Select((bound, i) => new LatencyBucket(bound, count += _buckets[i]))];
    }

    private static int BucketOf(double seconds)
    {
        var index = Array.BinarySearch(LatencyBuckets.Seconds, seconds);
        return index < 0 ? ~index : index;
    }
}
