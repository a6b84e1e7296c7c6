using System.Text.RegularExpressions;

namespace Kthena.Cli.Silences;

/// <summary>A condition on a label of an alert, as Prometheus writes it: <c>severity=warning</c>, <c>model_id!~"lande.*"</c>.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">Its value, or a regular expression that matches all of it.</param>
/// <param name="IsRegex">Whether the value is a regular expression.</param>
/// <param name="IsEqual">Whether the label is to match rather than not to.</param>
internal sealed partial record Matcher(string Name, string Value, bool IsRegex, bool IsEqual)
{
    /// <exception cref="UsageException">It is no matcher.</exception>
    public static Matcher Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            throw new UsageException($"'{text}' is no matcher: write label=value, label!=value, label=~regex or label!~regex");
        var sign = match.Groups["sign"].Value;
        var value = match.Groups["value"].Value;
        if (value is ['"', .. var quoted, '"'])
            value = quoted;
        return new(match.Groups["name"].Value, value, IsRegex: sign.EndsWith('~'), IsEqual: sign[0] == '=');
    }

    public static Matcher Equal(string name, string value) => new(name, value, IsRegex: false, IsEqual: true);

    public override string ToString() => $"{Name}{(IsEqual ? '=' : '!')}{(IsRegex ? "~" : IsEqual ? "" : "=")}\"{Value}\"";

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<sign>=~|!~|!=|=)(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
