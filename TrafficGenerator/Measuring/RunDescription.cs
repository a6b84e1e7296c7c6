using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>What a run was asked to do.</summary>
/// <param name="Server">Where its requests go.</param>
/// <param name="Duration">For how long; null where until stopped.</param>
/// <param name="Traffic">What it sends.</param>
internal sealed record RunDescription(Uri Server, TimeSpan? Duration, TrafficOptions Traffic)
{
    public string Profile => Traffic.Rate.Profile.ToString().ToLowerInvariant();

    public string Arrivals => Traffic.Rate.Gaps.ToString().ToLowerInvariant();

    public int Seed => Traffic.Seed;

    public double TargetRequestsPerSecond => Traffic.Rate.PerSecond;
}
