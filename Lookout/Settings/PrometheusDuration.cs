using System.Globalization;
using System.Text.RegularExpressions;

namespace Kthena.Lookout.Settings;

/// <summary>Lengths of time as Prometheus writes them: <c>500ms</c>, <c>15s</c>, <c>1m30s</c>.</summary>
internal static partial class PrometheusDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (Form().Match(text) is not { Success: true } match || text.Length == 0)
            return false;
        duration = new TimeSpan(Number("d"), Number("h"), Number("m"), Number("s"), Number("ms"));
        return true;

        int Number(string unit) => match.Groups[unit] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^((?<d>\d{1,4})d)?((?<h>\d{1,6})h)?((?<m>\d{1,6})m)?((?<s>\d{1,6})s)?((?<ms>\d{1,9})ms)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
