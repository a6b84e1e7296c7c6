using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Arrivals;

internal static class ArrivalRates
{
    /// <summary>The rate of the profile that the options name.</summary>
    public static IArrivalRate Create(RateOptions options) => options switch
    {
        { PerSecond: 0 } => new SteadyRate(0),
        { Profile: TrafficProfile.Wave } => new WaveRate(options.PerSecond, options.WaveAmplitude, options.WavePeriod),
        { Profile: TrafficProfile.Burst } => new BurstRate(options.PerSecond, options.BurstFactor, options.BurstLength, options.BurstEvery),
        { Profile: TrafficProfile.Overload } => new SteadyRate(options.PerSecond * options.OverloadFactor),
        _ => new SteadyRate(options.PerSecond),
    };
}
