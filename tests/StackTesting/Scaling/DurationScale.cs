using System.Globalization;
using System.Text.RegularExpressions;

namespace Kthena.StackTesting.Scaling;

/// <summary>
/// Divides every duration literal of Prometheus' and Alertmanager's files (<c>15s</c>, <c>2m30s</c>, <c>[5m]</c>) by a constant, on the
/// text: a parsed PromQL tree has lost its literals. What comes out is exact in milliseconds, or it is an error.
/// </summary>
public static partial class DurationScale
{
    public const int Factor = 50;

    private static readonly Dictionary<string, long> s_milliseconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 1,
        ["s"] = 1_000,
        ["m"] = 60_000,
        ["h"] = 3_600_000,
        ["d"] = 86_400_000,
        ["w"] = 604_800_000,
        ["y"] = 31_536_000_000,
    };

    public static string Apply(string text) => Literal().Replace(text, literal =>
    {
        var total = literal.Groups["part"].Captures.Sum(part =>
        {
            var unit = part.Value.TrimStart(Digits);
            return long.Parse(part.Value[..^unit.Length], CultureInfo.InvariantCulture) * s_milliseconds[unit];
        });
        return total % Factor == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{total / Factor}ms")
            : throw new FormatException($"'{literal.Value}' divided by {Factor} is no whole number of milliseconds.");
    });

    private static char[] Digits { get; } = [.. "0123456789"];

    [GeneratedRegex(@"(?<![\w.])(?<part>\d+(?:ms|[smhdwy]))+(?![\w.])")]
    private static partial Regex Literal();
}
