namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>
/// A day as a sine, compressed: rate(t) = mean * (1 + amplitude * sin(2 pi t / period)). It starts at the mean and rises. A whole period has as
/// many arrivals as the mean rate would.
/// </summary>
/// <param name="mean">Arrivals per second, above 0.</param>
/// <param name="amplitude">0 to 1.</param>
/// <param name="period">How long a day is.</param>
internal sealed class WaveRate(double mean, double amplitude, TimeSpan period) : IArrivalRate
{
    // Halvings of a period: one of 24 h is then known to a hundredth of a tick.
    private const int Halvings = 48;

    private readonly double _perPeriod = mean * period.TotalSeconds;

    public double PerSecondAt(TimeSpan time) => mean * (1 + (amplitude * Math.Sin(Math.Tau * (time / period))));

    public double TicksUntil(double arrivals)
    {
        // By whole periods, so that what is left keeps its precision after days.
        var periods = Math.Floor(arrivals / _perPeriod);
        return (periods + PhaseOf((arrivals / _perPeriod) - periods)) * period.Ticks;
    }

    // The integral has no inverse in closed form; it never falls, so bisection always finds it, also where the rate is 0.
    private double PhaseOf(double shareOfPeriod)
    {
        double low = 0, high = 1;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (ShareUntil(middle) < shareOfPeriod)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    private double ShareUntil(double phase) => phase + (amplitude / Math.Tau * (1 - Math.Cos(Math.Tau * phase)));
}
