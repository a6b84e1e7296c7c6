using Kthena.TrafficGenerator.Arrivals;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Tests.Arrivals;

public sealed class ArrivalRateTests
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Profiles => [.. Enum.GetNames<TrafficProfile>()];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_times_are_those_at_which_the_rates_integral_reaches_the_numbers(string profile)
    {
        var rate = ArrivalRates.Create(Options(profile));

        double integral = 0;
        long ticks = 0;
        const long step = TimeSpan.TicksPerMillisecond;
        for (var number = 0; number <= 3000; number += 250)
        {
            var until = rate.TicksUntil(number);
            for (; ticks + step <= until; ticks += step)
                integral += rate.PerSecondAt(TimeSpan.FromTicks(ticks + (step / 2))) * step / TimeSpan.TicksPerSecond;
            Assert.Equal(number, integral, tolerance: 1.0);
        }
    }

    [Theory]
    [InlineData(nameof(TrafficProfile.Steady), 600)]
    [InlineData(nameof(TrafficProfile.Wave), 600)]
    [InlineData(nameof(TrafficProfile.Burst), (10 * 50) + (10 * 4 * 10))]
    [InlineData(nameof(TrafficProfile.Overload), 6000)]
    public void Every_period_has_as_many(string profile, int expected)
    {
        var rate = ArrivalRates.Create(Options(profile));

        Assert.All([1, 2, 1000], periods => Assert.Equal((periods * s_period).Ticks, rate.TicksUntil((double)periods * expected), tolerance: 10));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(15, 18)]
    [InlineData(30, 10)]
    [InlineData(45, 2)]
    [InlineData(75, 18)]
    public void A_wave_rises_to_1_plus_a_and_falls_to_1_minus_a(int second, double perSecond) =>
        Assert.Equal(perSecond, ArrivalRates.Create(Options(nameof(TrafficProfile.Wave))).PerSecondAt(TimeSpan.FromSeconds(second)), tolerance: 1e-9);

    [Theory]
    [InlineData(0, 10)]
    [InlineData(49.999, 10)]
    [InlineData(50, 40)]
    [InlineData(59.999, 40)]
    [InlineData(60, 10)]
    public void A_burst_is_at_the_end_of_each_period(double second, double perSecond) =>
        Assert.Equal(perSecond, ArrivalRates.Create(Options(nameof(TrafficProfile.Burst))).PerSecondAt(TimeSpan.FromSeconds(second)));

    [Fact]
    public void A_wave_of_the_full_amplitude_has_a_moment_without_arrivals_and_goes_on_after_it()
    {
        var rate = ArrivalRates.Create(Options(nameof(TrafficProfile.Wave)) with { WaveAmplitude = 1 });
        var times = Enumerable.Range(0, 1200).Select(number => rate.TicksUntil(number)).ToArray();

        Assert.Equal(times.Order(), times);
        Assert.Equal(s_period.Ticks, rate.TicksUntil(600), tolerance: 10);
    }

    private static RateOptions Options(string profile) => Rates.Poisson(10) with
    {
        Profile = Enum.Parse<TrafficProfile>(profile),
        WaveAmplitude = 0.8,
        WavePeriod = s_period,
        BurstFactor = 4,
        BurstLength = TimeSpan.FromSeconds(10),
        BurstEvery = s_period,
        OverloadFactor = 10,
    };
}
