namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>Always the same rate, 0 or more per second.</summary>
internal sealed class SteadyRate(double perSecond) : IArrivalRate
{
    public double PerSecondAt(TimeSpan time) => perSecond;

    public double TicksUntil(double arrivals) => perSecond == 0 ? double.PositiveInfinity : arrivals * TimeSpan.TicksPerSecond / perSecond;
}
