using Aspire.Hosting.Terminal.Alerts;

namespace Aspire.Hosting.Terminal;

/// <summary>The graph at one moment.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Changed">The row that this picture adds or changes, if it is about one.</param>
/// <param name="Elapsed">Since the AppHost's process started.</param>
/// <param name="IsAllFine">Whether all resources are fine now.</param>
/// <param name="AllFineAfter">When all were fine for the first time.</param>
/// <param name="IsStopping">Whether the graph is being stopped.</param>
internal sealed record GraphPicture(IReadOnlyList<ResourceRow> Rows, ResourceRow? Changed, TimeSpan Elapsed, bool IsAllFine, TimeSpan? AllFineAfter, bool IsStopping)
{
    /// <summary>What fires now.</summary>
    public AlertPicture Alerts { get; init; } = AlertPicture.None;

    /// <summary>Where people look, once all is fine; null before, and when no resource is made for that.</summary>
    public string? Look => IsAllFine && !IsStopping ? Rows.FirstOrDefault(row => row.IsEntryPage)?.Url : null;

    public string Summary => Terminal.Summary.Describe(Rows, AllFineAfter, IsAllFine, IsStopping);
}
