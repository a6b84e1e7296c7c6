using System.Text.RegularExpressions;
using Kthena.Slo.PromQl;

namespace Kthena.Slo.Specs;

/// <summary>A PromQL query in which <c>{{.window}}</c> stands for the window.</summary>
public sealed partial record QueryTemplate
{
    /// <summary>The one variable of a query.</summary>
    public const string Window = "{{.window}}";

    private readonly string _text;

    private QueryTemplate(string text) => _text = text;

    /// <summary>Reads a query.</summary>
    /// <exception cref="FormatException">The window is missing, or there is another variable; the message says how to mend it.</exception>
    public static QueryTemplate Parse(string text)
    {
        if (Actions().Matches(text).FirstOrDefault(action => !WindowAction().IsMatch(action.Value)) is { } unknown)
            throw new FormatException($"unknown template variable {unknown.Value}; the only one is {Window}");
        if (!WindowAction().IsMatch(text))
            throw new FormatException($"the query has no window; write its range as [{Window}]");
        return new(text.Trim());
    }

    /// <summary>The query over one window.</summary>
    /// <param name="window">A PromQL duration, such as <c>5m</c>.</param>
    public PromQuery Over(string window) => new QueryText(WindowAction().Replace(_text, window));

    [GeneratedRegex(@"\{\{.*?(\}\}|$)", RegexOptions.Singleline)]
    private static partial Regex Actions();

    [GeneratedRegex(@"\{\{\s*\.window\s*\}\}")]
    private static partial Regex WindowAction();
}
