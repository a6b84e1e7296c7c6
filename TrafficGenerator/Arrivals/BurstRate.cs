namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>The base rate, and at the end of each period a burst.</summary>
/// <param name="perSecond">The rate between bursts, above 0.</param>
/// <param name="factor">The rate in a burst, in base rates.</param>
/// <param name="length">How long a burst is, less than <paramref name="every"/>.</param>
/// <param name="every">From the end of a burst to that of the next; the first ends so long after the start.</param>
internal sealed class BurstRate(double perSecond, double factor, TimeSpan length, TimeSpan every) : IArrivalRate
{
    private readonly TimeSpan _calm = every - length;
    private readonly double _inCalm = perSecond * (every - length).TotalSeconds;
    private readonly double _perPeriod = perSecond * ((every - length).TotalSeconds + (factor * length.TotalSeconds));

    public double PerSecondAt(TimeSpan time) => time.Ticks % every.Ticks < _calm.Ticks ? perSecond : perSecond * factor;

    public double TicksUntil(double arrivals)
    {
        var periods = Math.Floor(arrivals / _perPeriod);
        var rest = arrivals - (periods * _perPeriod);
        var seconds = rest < _inCalm ? rest / perSecond : _calm.TotalSeconds + ((rest - _inCalm) / (perSecond * factor));
        return (periods * every.Ticks) + (seconds * TimeSpan.TicksPerSecond);
    }
}
