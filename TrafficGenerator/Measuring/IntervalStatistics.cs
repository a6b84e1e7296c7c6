namespace Kthena.TrafficGenerator.Measuring;

/// <summary>What happened since it was taken last. Not for several threads at once.</summary>
internal sealed class IntervalStatistics(TimeProvider time)
{
    private readonly LatencyRecord _fromDue = new();
    private readonly SortedDictionary<string, long> _statuses = new(StringComparer.Ordinal);
    private long _start = time.GetTimestamp();
    private long _sent;
    private long _dropped;

    public void Sent() => _sent++;

    public void Dropped() => _dropped++;

    public void Ended(in RequestOutcome outcome)
    {
        _statuses[outcome.Status] = _statuses.GetValueOrDefault(outcome.Status) + 1;
        _fromDue.Add(outcome.FromDue);
    }

    /// <summary>What happened, and begins again.</summary>
    public IntervalReport Take()
    {
        var now = time.GetTimestamp();
        var report = new IntervalReport(time.GetElapsedTime(_start, now), _sent, _dropped, _statuses.ToDictionary(), _fromDue.Summarise());
        (_start, _sent, _dropped) = (now, 0, 0);
        _statuses.Clear();
        _fromDue.Clear();
        return report;
    }
}

/// <summary>A part of a run.</summary>
/// <param name="Length">How long it was.</param>
/// <param name="Sent">Requests that were sent.</param>
/// <param name="Dropped">Requests that were due and not sent.</param>
/// <param name="Statuses">Requests that ended, by status.</param>
/// <param name="FromDue">Their latencies, from when they were due; null where there are none.</param>
internal sealed record IntervalReport(TimeSpan Length, long Sent, long Dropped, IReadOnlyDictionary<string, long> Statuses, LatencySummary? FromDue)
{
    /// <summary>Those that got an answer other than 2xx, or none.</summary>
    public long Failed => Statuses.Where(s => !RequestStatus.IsSuccess(s.Key)).Sum(s => s.Value);
}
