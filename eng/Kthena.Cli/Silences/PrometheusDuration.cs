using System.Globalization;
using System.Text.RegularExpressions;

namespace Kthena.Cli.Silences;

/// <summary>Durations as Prometheus writes them: <c>90m</c>, <c>1d12h</c>.</summary>
internal static partial class PrometheusDuration
{
    private const double LongestSeconds = 3650 * 86400.0;

    /// <exception cref="UsageException">It is no duration, nothing, or longer than ten years.</exception>
    public static TimeSpan Parse(string text)
    {
        var match = Form().Match(text);
        var seconds = match.Success ? (((Part(match, "w") * 7 + Part(match, "d")) * 24 + Part(match, "h")) * 60 + Part(match, "m")) * 60 + Part(match, "s") : 0;
        return seconds is > 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds((long)seconds)
            : throw new UsageException($"'{text}' is no duration: write such as 90m, 2h or 1d12h, in the units w, d, h, m and s");
    }

    private static double Part(Match match, string unit) =>
        match.Groups[unit].Success ? double.Parse(match.Groups[unit].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$")]
    private static partial Regex Form();
}
