using System.Globalization;
using System.Text.RegularExpressions;

namespace Kthena.Mutations.Expressions;

/// <summary>Prometheus' duration literals, such as <c>1h30m</c>, exact in milliseconds.</summary>
public static partial class PromDuration
{
    private static readonly (string Unit, long Milliseconds)[] s_units =
        [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

    /// <summary>The duration of a literal.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeSpan Parse(string literal)
    {
        if (!Literal().IsMatch(literal))
            throw new FormatException($"'{literal}' is no duration such as 5m or 1h30m");
        return TimeSpan.FromMilliseconds(Part().Matches(literal).Sum(p =>
            long.Parse(p.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * (p.Groups[2].Value switch
            {
                "y" => 365 * s_units[0].Milliseconds,
                "w" => 7 * s_units[0].Milliseconds,
                var unit => s_units.First(u => u.Unit == unit).Milliseconds,
            })));
    }

    /// <summary>The literal of a duration, in the largest unit that divides it.</summary>
    public static string Format(TimeSpan duration)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        if (milliseconds == 0)
            return "0s";
        var (unit, size) = s_units.First(u => milliseconds % u.Milliseconds == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / size}{unit}");
    }

    [GeneratedRegex("^(?:0|(?:[0-9]+(?:ms|[smhdwy]))+)$")]
    private static partial Regex Literal();

    [GeneratedRegex("([0-9]+)(ms|[smhdwy])")]
    private static partial Regex Part();
}
