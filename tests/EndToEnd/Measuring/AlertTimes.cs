using System.Collections.Concurrent;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>What was measured in this run of the tests, over all scenarios.</summary>
internal static class AlertTimes
{
    private static readonly ConcurrentBag<AlertTime> s_all = [];

    public static IReadOnlyList<AlertTime> All => [.. s_all];

    public static void Add(AlertTime time) => s_all.Add(time);

    /// <summary>The middle one of some ratios.</summary>
    public static double MedianRatio(IEnumerable<AlertTime> times) => Median([.. times.Select(time => time.Ratio).Order()]);

    public static double Median(IReadOnlyList<double> sorted)
        => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
