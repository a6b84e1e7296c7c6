using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>
/// When requests are due. Each is due at its own distance from the start, so that neither a slow answer nor a late timer moves those after
/// it: the rate stays what was asked for (an open loop).
/// </summary>
/// <remarks>
/// Arrivals of rate 1, whose gaps are exponential or all 1, are carried to those of any rate by the inverse of its integral: exponential gaps
/// then make a non-homogeneous Poisson process (Çinlar: Introduction to Stochastic Processes, 1975, chapter 4; beside thinning in
/// Lewis, Shedler: Simulation of Nonhomogeneous Poisson Processes by Thinning, Naval Research Logistics Quarterly 26, 1979).
/// Unlike thinning it draws once for each arrival, so another rate moves the same arrivals and leaves their number and order.
/// </remarks>
internal sealed class ArrivalProcess
{
    private readonly TimeProvider _time;
    private readonly IArrivalRate _rate;
    private readonly IGaps _gaps;
    private readonly long _start;
    private double _atRateOne;
    private double _nextTicks;

    public ArrivalProcess(TimeProvider time, IArrivalRate rate, IGaps gaps)
    {
        _time = time;
        _rate = rate;
        _gaps = gaps;
        _start = time.GetTimestamp();
        MoveNext();
    }

    /// <summary>How long ago the first could be due.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>The process that the options describe, from now on.</summary>
    public static ArrivalProcess Start(TimeProvider time, RateOptions options, int seed) => new(
        time,
        ArrivalRates.Create(options),
        options.Gaps == ArrivalGaps.Constant ? new ConstantGaps() : new ExponentialGaps(Streams.Create(seed, RandomStream.Arrivals)));

    /// <summary>The rate that is asked for now, per second.</summary>
    public double PerSecond => _rate.PerSecondAt(Elapsed);

    /// <summary>Takes the next if it has become due by <paramref name="elapsed"/>.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="due">When it became due, since the start.</param>
    public bool TryTake(TimeSpan elapsed, out TimeSpan due)
    {
        if (!(_nextTicks <= elapsed.Ticks))
        {
            due = default;
            return false;
        }

        due = new TimeSpan((long)_nextTicks);
        MoveNext();
        return true;
    }

    /// <summary>How long it is until the next is due, in whole milliseconds (what a timer can do), an hour at most.</summary>
    public TimeSpan UntilNext()
    {
        var milliseconds = Math.Ceiling((_nextTicks - Elapsed.Ticks) / TimeSpan.TicksPerMillisecond);
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, TimeSpan.MillisecondsPerHour));
    }

    private void MoveNext()
    {
        _atRateOne = _gaps.After(_atRateOne);
        _nextTicks = Math.Ceiling(_rate.TicksUntil(_atRateOne));
    }
}
