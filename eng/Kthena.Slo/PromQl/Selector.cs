namespace Kthena.Slo.PromQl;

/// <summary>The series of a metric with given labels, over a window when there is one.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Labels">What its labels must equal.</param>
/// <param name="Window">A PromQL duration, or null for the newest samples.</param>
public sealed record Selector(string Metric, IReadOnlyDictionary<string, string> Labels, string? Window = null) : PromQuery
{
    /// <inheritdoc/>
    public override string ToString()
        => $"{Metric}{{{string.Join(", ", Labels.Select(label => $"{label.Key}=\"{Escape(label.Value)}\""))}}}{(Window is null ? "" : $"[{Window}]")}";

    private static string Escape(string value)
        => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
