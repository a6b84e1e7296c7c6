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
}
