namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>Arrivals at the rate 1.</summary>
internal interface IGaps
{
    /// <summary>When the one after that at <paramref name="last"/> comes; the first comes after 0.</summary>
    double After(double last);
}
