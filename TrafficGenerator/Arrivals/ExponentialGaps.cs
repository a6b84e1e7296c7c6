namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>Gaps of a Poisson process: exponential with the mean 1, drawn by inversion.</summary>
internal sealed class ExponentialGaps(Random random) : IGaps
{
    // NextDouble can be 0 and is never 1.
    public double After(double last) => last - Math.Log(1 - random.NextDouble());
}
