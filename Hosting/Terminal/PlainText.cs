using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Terminal;

/// <summary>Makes what programs write fit into one line of ours.</summary>
internal static partial class PlainText
{
    /// <summary>The first line with something in it, without what would move the cursor or change colours; null when there is none.</summary>
    public static string? FirstLine(string? text)
    {
        foreach (var line in (text ?? "").Split('\n'))
            if (Clean(line) is { Length: > 0 } clean)
                return clean;
        return null;
    }

    /// <summary>A log line without the time stamp that Aspire puts before the content.</summary>
    public static string WithoutTimeStamp(string content) => TimeStamp().Replace(content, "");

    /// <summary>The same, fit to be shown.</summary>
    public static string? LogContent(string content) => FirstLine(WithoutTimeStamp(content));

    public static string Crop(string text, int width)
        => text.Length <= width ? text : width <= 1 ? text[..Math.Max(0, width)] : string.Concat(text.AsSpan(0, width - 1), "…");

    private static string Clean(string line)
    {
        var clean = new StringBuilder();
        foreach (var rune in EscapeSequence().Replace(line, "").EnumerateRunes())
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return clean.ToString().Trim();
    }

    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)?|.?)")]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d) ")]
    private static partial Regex TimeStamp();
}
