namespace Kthena.TrafficGenerator.Settings;

/// <summary>What traffic to send. All of it can change at run time.</summary>
/// <param name="Rate">How many requests, and when.</param>
/// <param name="Mix">What they are made of.</param>
/// <param name="Seed">Key <c>Traffic:Seed</c>, any 32-bit number, 1 by default: the same seed and settings give the same requests at the same times.</param>
/// <param name="MaxInFlight">
/// Key <c>Traffic:MaxInFlight</c>, 1 to 10000, 1024 by default: a request that would be one more is dropped and counted. It is there so that
/// a server that hangs costs a bounded number of connections; low enough to be reached often, it would close the loop.
/// </param>
/// <param name="Deadline">Key <c>Traffic:Deadline</c>, 0.1 to 60 seconds, 10 by default: when an unanswered request is given up.</param>
internal sealed record TrafficOptions(RateOptions Rate, MixOptions Mix, int Seed, int MaxInFlight, TimeSpan Deadline)
{
    /// <summary>The most that <see cref="MaxInFlight"/> may be, and so the most connections to the server.</summary>
    public const int MostInFlight = 10_000;

    /// <summary>The longest that <see cref="Deadline"/> may be.</summary>
    public static readonly TimeSpan MaxDeadline = TimeSpan.FromSeconds(60);

    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static TrafficOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        return new(
            RateOptions.Read(settings),
            MixOptions.Read(settings),
            settings.Whole("Seed", 1, int.MinValue, int.MaxValue),
            settings.Whole("MaxInFlight", 1024, 1, MostInFlight),
            settings.Time("Deadline", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.1), MaxDeadline));
    }
}
