using System.Globalization;

namespace Kthena.TrafficGenerator;

/// <summary>What traffic to send.</summary>
/// <param name="RequestsPerSecond">Configuration key <c>Traffic:RequestsPerSecond</c>, 0 (off) to 10000, 20 by default.</param>
/// <param name="Seed">Configuration key <c>Traffic:Seed</c>, any 32-bit number, 1 by default: the same seed sends the same requests.</param>
/// <param name="MaxInFlight">
/// Configuration key <c>Traffic:MaxInFlight</c>, 1 to 10000, 64 by default: a request that would be one more is dropped and counted.
/// </param>
/// <param name="Deadline">Configuration key <c>Traffic:Deadline</c>, 0.1 to 60 seconds, 10 by default: when an unanswered request is given up.</param>
internal sealed record TrafficOptions(double RequestsPerSecond, int Seed, int MaxInFlight, TimeSpan Deadline)
{
    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static TrafficOptions Read(IConfiguration configuration) => new(
        Number(configuration, "Traffic:RequestsPerSecond", 20, 0, 10_000),
        (int)Whole(configuration, "Traffic:Seed", 1, int.MinValue, int.MaxValue),
        (int)Whole(configuration, "Traffic:MaxInFlight", 64, 1, 10_000),
        TimeSpan.FromSeconds(Number(configuration, "Traffic:Deadline", 10, 0.1, 60)));

    private static double Number(IConfiguration configuration, string key, double otherwise, double min, double max)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{key} is '{value}': give a number from {min} to {max}."));
    }

    private static double Whole(IConfiguration configuration, string key, double otherwise, double min, double max)
    {
        var number = Number(configuration, key, otherwise, min, max);
        return double.IsInteger(number) ? number : throw new InvalidOperationException($"{key} is '{configuration[key]}': give a whole number.");
    }
}
