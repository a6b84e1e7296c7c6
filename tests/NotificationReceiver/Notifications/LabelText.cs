using System.Text.RegularExpressions;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>Labels as Prometheus writes them: <c>{alertname="HighErrorRate", model_id="lande-t50"}</c>.</summary>
internal static partial class LabelText
{
    /// <summary>All labels but those that a line of the log says first.</summary>
    public static string Others(IReadOnlyDictionary<string, string> labels) => "{" + string.Join(", ", labels
        .Where(label => label.Key is not ("alertname" or "severity"))
        .OrderBy(label => label.Key, StringComparer.Ordinal)
        .Select(label => $"{label.Key}=\"{label.Value}\"")) + "}";

    /// <summary>The labels that a text holds; none when it is another text.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? text) => Label().Matches(text ?? "")
        .DistinctBy(label => label.Groups["name"].Value)
        .ToDictionary(label => label.Groups["name"].Value, label => Escape().Replace(label.Groups["value"].Value, "$1"));

    [GeneratedRegex("""(?<name>[A-Za-z_]\w*)="(?<value>(?:[^"\\]|\\.)*)"(?=[,}])""")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
