using Kthena.TrafficGenerator.Arrivals;
using Kthena.TrafficGenerator.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.TrafficGenerator.Tests.Arrivals;

/// <summary>Rates, and what arrives at them.</summary>
internal static class Rates
{
    private static readonly RateOptions s_default = RateOptions.Read(new SettingReader(new ConfigurationBuilder().Build()));

    public static RateOptions Poisson(double perSecond) => s_default with { PerSecond = perSecond, Profile = TrafficProfile.Steady };

    public static RateOptions Constant(double perSecond) => Poisson(perSecond) with { Gaps = ArrivalGaps.Constant };

    /// <summary>When those are due that arrive until <paramref name="length"/> has passed, by a clock that goes in steps.</summary>
    public static List<TimeSpan> Take(RateOptions options, int seed, TimeSpan step, TimeSpan length)
    {
        var time = new FakeTimeProvider();
        var arrivals = ArrivalProcess.Start(time, options, seed);
        List<TimeSpan> taken = [];
        while (time.GetUtcNow() - time.Start < length)
        {
            time.Advance(step);
            taken.AddRange(TakeDue(arrivals));
        }

        return taken;
    }

    public static List<TimeSpan> TakeDue(ArrivalProcess arrivals)
    {
        List<TimeSpan> taken = [];
        while (arrivals.TryTake(arrivals.Elapsed, out var due))
            taken.Add(due);
        return taken;
    }
}
