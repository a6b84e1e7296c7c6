using System.Globalization;

namespace Aspire.Hosting.Terminal;

/// <summary>The last line of the view: how far the graph is.</summary>
internal static class Summary
{
    public const string Hint = "Ctrl+C stops everything";

    /// <param name="rows">All rows.</param>
    /// <param name="allFineAfter">From the start of the AppHost's process until all were fine for the first time; null before.</param>
    /// <param name="isAllFine">Whether all are fine now.</param>
    /// <param name="isStopping">Whether the graph is being stopped.</param>
    public static string Describe(IReadOnlyList<ResourceRow> rows, TimeSpan? allFineAfter, bool isAllFine, bool isStopping = false)
    {
        var counting = rows.Where(row => row.Counts).ToArray();
        if (isStopping)
        {
            var left = counting.Count(row => row.Condition is ResourceCondition.Healthy or ResourceCondition.Unhealthy or ResourceCondition.Changing);
            return $"Stopping, {left} of {counting.Length} resources still running";
        }

        if (isAllFine && allFineAfter is { } duration) return $"All {counting.Length} resources healthy in {Seconds(duration)}";
        var trouble = counting.Where(row => row.Condition is ResourceCondition.Failed or ResourceCondition.Unhealthy).Select(row => row.Name).ToArray();
        var progress = $"{counting.Count(row => row.IsFine)} of {counting.Length} resources healthy";
        return trouble.Length == 0 ? progress : $"{progress}; trouble: {string.Join(", ", trouble)}";
    }

    public static string LookAt(string url) => $"Look: {url}";

    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
