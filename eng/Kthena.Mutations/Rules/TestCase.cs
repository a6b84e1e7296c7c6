using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Rules;

/// <summary>A case in a file of promtool tests.</summary>
/// <param name="File">Its file, as a path from the folder of rules.</param>
/// <param name="Name">Its name; empty for one without, which can only be run with its whole file.</param>
/// <param name="Subjects">The alerts it asks for and the series it reads.</param>
public sealed record TestCase(string File, string Name, IReadOnlySet<string> Subjects)
{
    // The series in which Prometheus keeps all alerts.
    private const string Alerts = "ALERTS";

    // A selector without a metric's name, such as {__name__=~"a.*"}, may read anything.
    private const string Anything = "";

    /// <summary>Whether the case asks for one of these alerts or recorded series.</summary>
    public bool IsAbout(IReadOnlySet<string> names) => Subjects.Overlaps(names) || IsAboutEverything;

    /// <summary>Whether the case may read any series or alert.</summary>
    public bool IsAboutEverything => Subjects.Contains(Alerts) || Subjects.Contains(Anything);

    internal static IEnumerable<string> SeriesIn(string expression)
    {
        var parsed = Expression.Parse(expression);
        var named = parsed.Find(TokenPlace.Expression, TokenKind.Identifier).Where(parsed.IsMetric).Select(i => parsed.Tokens[i].Text);
        var isNameless = Enumerable.Range(0, parsed.Tokens.Count).Any(i => parsed.Tokens[i].Is("{") && (i == 0 || !parsed.IsMetric(i - 1)));
        return isNameless ? named.Append(Anything) : named;
    }
}
