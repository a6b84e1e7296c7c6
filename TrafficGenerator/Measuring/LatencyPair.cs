namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Latencies from both starts; see <see cref="RequestOutcome"/>. Not for several threads at once.</summary>
internal sealed class LatencyPair
{
    private readonly LatencyRecord _fromDue = new();
    private readonly LatencyRecord _fromSend = new();

    public void Add(in RequestOutcome outcome)
    {
        _fromDue.Add(outcome.FromDue);
        _fromSend.Add(outcome.FromSend);
    }

    /// <summary>All of several together.</summary>
    public static LatencyReport Sum(IEnumerable<LatencyPair> pairs)
    {
        var sum = new LatencyPair();
        foreach (var pair in pairs)
        {
            sum._fromDue.Add(pair._fromDue);
            sum._fromSend.Add(pair._fromSend);
        }

        return new(sum._fromDue.Summarise(), sum._fromSend.Summarise());
    }
}

/// <summary>Latencies in seconds; null where there are none.</summary>
/// <param name="FromDue">From when a request was due.</param>
/// <param name="FromSend">From when it was sent.</param>
internal sealed record LatencyReport(LatencySummary? FromDue, LatencySummary? FromSend);
