using System.Globalization;

namespace Kthena.TrafficGenerator.Settings;

/// <summary>How many requests are sent, and when.</summary>
/// <param name="PerSecond">Key <c>Traffic:RequestsPerSecond</c>, 0 (off) to 10000, 20 by default: the mean rate.</param>
/// <param name="Gaps">Key <c>Traffic:Arrivals</c>, <c>poisson</c> (default) or <c>constant</c>.</param>
/// <param name="Profile">Key <c>Traffic:Profile</c>, <c>steady</c>, <c>wave</c> (default), <c>burst</c> or <c>overload</c>.</param>
/// <param name="WavePeriod">Key <c>Traffic:Wave:Period</c>, 10 s to 24 h, 10 min by default: how long a day is.</param>
/// <param name="WaveAmplitude">Key <c>Traffic:Wave:Amplitude</c>, 0 to 1, 0.5 by default: the rate is between (1 - a) and (1 + a) times the mean.</param>
/// <param name="BurstFactor">Key <c>Traffic:Burst:Factor</c>, 1 to 100, 5 by default: the rate in a burst, in means.</param>
/// <param name="BurstLength">Key <c>Traffic:Burst:Length</c>, 0.1 s to 1 h, 10 s by default.</param>
/// <param name="BurstEvery">Key <c>Traffic:Burst:Every</c>, 1 s to 24 h and longer than a burst, 1 min by default: from the start of a burst to that of the next.</param>
/// <param name="OverloadFactor">Key <c>Traffic:Overload:Factor</c>, 1 to 100, 10 by default: the rate of an overload, in means.</param>
internal sealed record RateOptions(
    double PerSecond,
    ArrivalGaps Gaps,
    TrafficProfile Profile,
    TimeSpan WavePeriod,
    double WaveAmplitude,
    double BurstFactor,
    TimeSpan BurstLength,
    TimeSpan BurstEvery,
    double OverloadFactor)
{
    /// <summary>The most that any profile may reach in a second.</summary>
    private const double MaxPeak = 100_000;

    private const double Max = 10_000;

    /// <summary>The highest rate that the profile reaches.</summary>
    public double Peak => PerSecond * Profile switch
    {
        TrafficProfile.Wave => 1 + WaveAmplitude,
        TrafficProfile.Burst => BurstFactor,
        TrafficProfile.Overload => OverloadFactor,
        _ => 1,
    };

    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static RateOptions Read(SettingReader settings)
    {
        var options = new RateOptions(
            settings.Number("RequestsPerSecond", 20, 0, Max),
            settings.Choice("Arrivals", ArrivalGaps.Poisson),
            settings.Choice("Profile", TrafficProfile.Wave),
            settings.Time("Wave:Period", TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10), TimeSpan.FromHours(24)),
            settings.Number("Wave:Amplitude", 0.5, 0, 1),
            settings.Number("Burst:Factor", 5, 1, 100),
            settings.Time("Burst:Length", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.1), TimeSpan.FromHours(1)),
            settings.Time("Burst:Every", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(24)),
            settings.Number("Overload:Factor", 10, 1, 100));
        if (options.BurstLength >= options.BurstEvery)
            throw SettingReader.Wrong("Burst:Length", options.BurstLength.ToString(), $"less than Traffic:Burst:Every, which is {options.BurstEvery}");
        if (options.Peak > MaxPeak)
            throw SettingReader.Wrong("RequestsPerSecond", options.PerSecond.ToString(CultureInfo.InvariantCulture), options.LessThanPeak());
        return options;
    }

    private string LessThanPeak() => string.Create(
        CultureInfo.InvariantCulture, $"less: the profile {Profile.ToString().ToLowerInvariant()} reaches {Peak} requests per second, and {MaxPeak} is the most");
}
