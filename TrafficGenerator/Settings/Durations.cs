using System.Globalization;

namespace Kthena.TrafficGenerator.Settings;

/// <summary>Lengths of time as people write them: <c>30s</c>, <c>1.5m</c>, <c>500ms</c>, <c>2h</c>, <c>90</c> (seconds) or <c>00:01:30</c>.</summary>
internal static class Durations
{
    /// <summary>What to write, for messages.</summary>
    public const string Form = "a time such as 500ms, 30s, 10m, 1h or 00:00:30";

    // The longest unit first: "ms" ends in "s".
    private static readonly (string Unit, double Seconds)[] s_units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration);

        foreach (var (unit, seconds) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
                return TryParse(text.AsSpan(0, text.Length - unit.Length), seconds, out duration);
        }

        duration = default;
        return false;
    }

    private static bool TryParse(ReadOnlySpan<char> number, double unit, out TimeSpan duration)
    {
        duration = default;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(Math.Abs(value * unit) < TimeSpan.MaxValue.TotalSeconds))
            return false;
        duration = TimeSpan.FromSeconds(value * unit);
        return true;
    }
}
