using System.Globalization;

namespace Kthena.Integration.Tests.Traffic;

/// <summary>The series of an exposition in the text format, as it writes them.</summary>
public sealed class ServerMetrics(string exposition)
{
    private readonly Dictionary<string, double> _series = exposition
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    public double this[string series] => _series.GetValueOrDefault(series);

    /// <summary>The sum over all series of a family.</summary>
    public double Sum(string family) => _series.Where(series => series.Key.StartsWith(family + "{", StringComparison.Ordinal)).Sum(series => series.Value);

    /// <summary>The cumulative counts of a histogram over all its series, bound by bound.</summary>
    public IReadOnlyList<(double Bound, double Count)> Buckets(string family) => [.. _series
        .Where(series => series.Key.StartsWith(family + "_bucket{", StringComparison.Ordinal))
        .GroupBy(series => Bound(series.Key), series => series.Value)
        .Select(bucket => (bucket.Key, bucket.Sum()))
        .OrderBy(bucket => bucket.Key)];

    private static double Bound(string series)
    {
        var text = series[(series.LastIndexOf("le=\"", StringComparison.Ordinal) + 4)..^2];
        return text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
