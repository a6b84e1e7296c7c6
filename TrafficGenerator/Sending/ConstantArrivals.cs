namespace Kthena.TrafficGenerator.Sending;

/// <summary>
/// Arrivals at a constant rate. Each is due at its own distance from the start, so that neither a slow answer nor a late
/// timer moves those after it: the rate stays what was asked for (an open loop).
/// </summary>
internal sealed class ConstantArrivals(TimeProvider time, double perSecond)
{
    private readonly long _start = time.GetTimestamp();
    private long _taken;

    /// <summary>How many have become due since this was called last.</summary>
    public long TakeDue()
    {
        if (perSecond == 0)
            return 0;
        var elapsed = time.GetElapsedTime(_start).Ticks;
        // The division is close, the comparison with the due time decides.
        var due = (long)(elapsed * perSecond / TimeSpan.TicksPerSecond);
        while (DueAt(due) <= elapsed)
            due++;
        while (due > 0 && DueAt(due - 1) > elapsed)
            due--;
        var taken = due - _taken;
        _taken = due;
        return taken;
    }

    /// <summary>How long it is until the next is due, in whole milliseconds (what a timer can do); infinite at rate 0.</summary>
    public TimeSpan UntilNext()
    {
        if (perSecond == 0)
            return Timeout.InfiniteTimeSpan;
        var ticks = Math.Max(0, DueAt(_taken) - time.GetElapsedTime(_start).Ticks);
        return TimeSpan.FromMilliseconds((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
    }

    private long DueAt(long number) => (long)Math.Ceiling(number * TimeSpan.TicksPerSecond / perSecond);
}
