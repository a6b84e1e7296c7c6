namespace Kthena.StackTesting;

/// <summary>One series with its samples as Prometheus stored them, in order of time.</summary>
public sealed record StoredSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<(DateTimeOffset Time, double Value)> Samples);
