namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>A rate of arrivals that may change over time.</summary>
internal interface IArrivalRate
{
    /// <summary>Arrivals per second at a time since the start.</summary>
    double PerSecondAt(TimeSpan time);

    /// <summary>
    /// The time since the start, in ticks, by which <paramref name="arrivals"/> are expected: the inverse of the rate's integral. It grows
    /// with its argument; infinite where the rate is 0.
    /// </summary>
    double TicksUntil(double arrivals);
}
