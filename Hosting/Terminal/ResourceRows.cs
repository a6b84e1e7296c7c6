using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Terminal;

/// <summary>The rows of all resources in the order of the model, kept up to date from Aspire's notifications.</summary>
internal sealed class ResourceRows(IEnumerable<string> order, TimeProvider time)
{
    /// <summary>That a resource which has just started does not answer yet is nothing to report.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly List<string> _order = [.. order];
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>Those seen so far that are not hidden.</summary>
    public IReadOnlyList<ResourceRow> Rows =>
    [
        .. _entries.Values.OrderBy(entry => Position(entry.ResourceName)).ThenBy(entry => entry.Id, StringComparer.Ordinal).Select(entry => entry.Row with
        {
            Name = _entries.Values.Count(other => other.ResourceName == entry.ResourceName) > 1 ? entry.Id : entry.ResourceName,
        }),
    ];

    /// <summary>True when each resource of the model has been seen and is fine.</summary>
    public bool AllAreFine
        => _order.TrueForAll(name => _entries.Values.Any(entry => entry.ResourceName == name))
            && _entries.Values.Any(entry => entry.Row.Counts)
            && _entries.Values.All(entry => entry.Row.IsFine || !entry.Row.Counts);

    /// <summary>The new row when the update changes what is shown.</summary>
    public ResourceRow? Update(ResourceEvent resourceEvent, bool isStopping)
    {
        var snapshot = resourceEvent.Snapshot;
        if (SnapshotReader.IsLeftOut(snapshot))
        {
            _entries.Remove(resourceEvent.ResourceId);
            _order.Remove(resourceEvent.Resource.Name);
            return null;
        }

        if (!_entries.TryGetValue(resourceEvent.ResourceId, out var entry))
            _entries[resourceEvent.ResourceId] = entry = new(resourceEvent.ResourceId, resourceEvent.Resource.Name);
        var now = time.GetUtcNow();
        entry.NoteHealth(snapshot, now);
        var row = SnapshotReader.Read(entry.ResourceName, snapshot, entry.StartUp, isStopping) with
        {
            IsEntryPage = resourceEvent.Resource.HasAnnotationOfType<EntryPageAnnotation>(),
        };
        if (row.Condition == ResourceCondition.Changing && now - SnapshotReader.StartTime(snapshot) < s_patience) row = row with { Reason = null };
        // Logs tell the reason of an end later than the state does.
        if (row.Reason is null && row.Condition == entry.Row.Condition && row.State == entry.Row.State) row = row with { Reason = entry.Row.Reason };
        return entry.Replace(row);
    }

    /// <summary>Adds the reason of a failure that only the logs know.</summary>
    public ResourceRow? Explain(string resourceId, string reason)
        => _entries.TryGetValue(resourceId, out var entry) && entry.Row is { Condition: ResourceCondition.Failed, Reason: null }
            ? entry.Replace(entry.Row with { Reason = reason })
            : null;

    private int Position(string name) => _order.IndexOf(name) is >= 0 and var position ? position : int.MaxValue;

    private sealed class Entry(string id, string resourceName)
    {
        private DateTimeOffset? _startedAt;
        private DateTimeOffset? _healthyAt;

        public string Id => id;

        public string ResourceName => resourceName;

        public ResourceRow Row { get; private set; } = new(resourceName, ResourceCondition.Waiting, "");

        public TimeSpan? StartUp => _healthyAt - _startedAt is { } duration && duration >= TimeSpan.Zero ? duration : null;

        public void NoteHealth(CustomResourceSnapshot snapshot, DateTimeOffset now)
        {
            var startedAt = SnapshotReader.StartTime(snapshot);
            if (startedAt != _startedAt) (_startedAt, _healthyAt) = (startedAt, null);
            if (SnapshotReader.IsHealthy(snapshot)) _healthyAt ??= now;
        }

        public ResourceRow? Replace(ResourceRow row)
        {
            if (row == Row) return null;
            Row = row;
            return row;
        }
    }
}
