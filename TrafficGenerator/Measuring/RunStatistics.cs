using Kthena.TrafficGenerator.Requests;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Counts and times what a run does. One lock keeps its figures of one moment: their sums agree.</summary>
internal sealed class RunStatistics(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Model, string Status), Tally> _tallies = [];
    private readonly Dictionary<(Priority Priority, string Status), LatencyPair> _latencies = [];
    private readonly Dictionary<string, long> _dropped = DropReason.All.ToDictionary(reason => reason, _ => 0L);
    private readonly IntervalStatistics _interval = new(time);
    private RetryAfterReport _retryAfter = new(0, null, null);
    private long? _start;
    private TimeSpan? _sending;
    private long _sent;
    private long _aborted;

    /// <summary>The first request is due from now on.</summary>
    public void Started()
    {
        lock (_lock)
        {
            _start = time.GetTimestamp();
            _interval.Take();
        }
    }

    /// <summary>No more requests are sent.</summary>
    public void Stopped()
    {
        lock (_lock)
            _sending = Sending();
    }

    public void Sent()
    {
        lock (_lock)
        {
            _sent++;
            _interval.Sent();
        }
    }

    public void Dropped(string reason)
    {
        lock (_lock)
        {
            _dropped[reason]++;
            _interval.Dropped();
        }
    }

    public void Aborted()
    {
        lock (_lock)
            _aborted++;
    }

    public void Ended(in RequestOutcome outcome)
    {
        lock (_lock)
        {
            Of(_tallies, (outcome.Request.Model, outcome.Status)).Add(outcome);
            Of(_latencies, (outcome.Request.Priority, outcome.Status)).Add(outcome);
            _interval.Ended(outcome);
            if (outcome.RetryAfter is { } retryAfter)
                _retryAfter = _retryAfter.With(retryAfter);
        }
    }

    /// <summary>What happened since this was called last, or since the start.</summary>
    public IntervalReport TakeInterval()
    {
        lock (_lock)
            return _interval.Take();
    }

    /// <summary>What happened so far.</summary>
    /// <param name="run">What the run is.</param>
    public RunReport Report(RunDescription run)
    {
        lock (_lock)
        {
            var totals = _tallies.ToDictionary(t => t.Key, t => t.Value.ToTotals());
            var sending = Sending();
            long Count(Func<string, bool> status) => totals.Where(t => status(t.Key.Status)).Sum(t => t.Value.Requests);
            return new(
                run.Server,
                run.Profile,
                run.Arrivals,
                run.Seed,
                run.TargetRequestsPerSecond,
                sending.TotalSeconds,
                run.Duration is { } duration && sending < duration,
                _sent,
                Count(RequestStatus.IsAnswer),
                Count(RequestStatus.IsSuccess),
                Count(status => !RequestStatus.IsSuccess(status)),
                _aborted,
                _dropped.ToDictionary(),
                Totals.Sum(totals.Values),
                _retryAfter,
                Latency(_ => true),
                Statuses().ToDictionary(status => status, status => new StatusReport(
                    Totals.Sum(totals.Where(t => t.Key.Status == status).Select(t => t.Value)), Latency(key => key.Status == status))),
                Priorities.All.ToDictionary(priority => priority.Name(), PriorityReport),
                totals.GroupBy(t => t.Key.Model).OrderBy(model => model.Key, StringComparer.Ordinal)
                    .ToDictionary(model => model.Key, IReadOnlyDictionary<string, Totals> (model) => model.ToDictionary(t => t.Key.Status, t => t.Value)));
        }
    }

    private PriorityReport PriorityReport(Priority priority) => new(
        Latency(key => key.Priority == priority),
        Statuses().Where(status => _latencies.ContainsKey((priority, status))).ToDictionary(status => status, status => Latency(key => key == (priority, status))));

    private LatencyReport Latency(Func<(Priority Priority, string Status), bool> which) =>
        LatencyPair.Sum(_latencies.Where(latency => which(latency.Key)).Select(latency => latency.Value));

    private IEnumerable<string> Statuses() => _latencies.Keys.Select(key => key.Status).Distinct().Order(StringComparer.Ordinal);

    private TimeSpan Sending() => _sending ?? (_start is { } start ? time.GetElapsedTime(start) : TimeSpan.Zero);

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> values, TKey key)
        where TKey : notnull
        where TValue : new() => values.TryGetValue(key, out var value) ? value : values[key] = new();
}
