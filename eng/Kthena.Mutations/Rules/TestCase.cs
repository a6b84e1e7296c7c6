using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Rules;

/// <summary>A case in a file of promtool tests.</summary>
/// <param name="File">Its file, as a path from the folder of rules.</param>
/// <param name="Name">Its name; empty for one without, which can only be run with its whole file.</param>
/// <param name="Subjects">The alerts it asks for and the series it reads.</param>
public sealed record TestCase(string File, string Name, IReadOnlySet<string> Subjects)
{
    private const string Alerts = "ALERTS";

    /// <summary>Whether the case asks for one of these alerts or recorded series.</summary>
    public bool IsAbout(IReadOnlySet<string> names) => Subjects.Overlaps(names) || IsAboutAllAlerts;

    /// <summary>Whether the case reads the series in which Prometheus keeps all alerts.</summary>
    public bool IsAboutAllAlerts => Subjects.Contains(Alerts);

    internal static IEnumerable<string> SeriesIn(string expression)
    {
        var parsed = Expression.Parse(expression);
        return parsed.Find(TokenPlace.Expression, TokenKind.Identifier).Where(parsed.IsMetric).Select(i => parsed.Tokens[i].Text);
    }
}
