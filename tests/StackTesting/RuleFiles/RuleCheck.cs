using System.Text.RegularExpressions;
using Kthena.StackTesting.PromQL;

namespace Kthena.StackTesting.RuleFiles;

/// <summary>Holds a rule's PromQL, and what its annotations ask of labels and of queries, to the series that there are.</summary>
public static partial class RuleCheck
{
    /// <summary>What is unknown or wrong in the rule; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(
        Rule rule, PromqlParser parser, ISeriesCatalogue series, CancellationToken cancellationToken)
    {
        var inference = new LabelInference(series);
        HashSet<string> labels = [.. inference.LabelsOf(await parser.ParseAsync(rule.Expr, cancellationToken)), .. rule.Labels.Keys];
        List<string> complaints = [.. inference.Complaints];
        foreach (var (name, template) in rule.Annotations)
        {
            complaints.AddRange(Names(UsedLabel(), template).Where(label => !labels.Contains(label)).Select(label => $"{name}: the alert has no label {label}"));

            var queries = new LabelInference(series);
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var query in Names(Query(), template))
                given.UnionWith(queries.LabelsOf(await parser.ParseAsync(query.Replace("\\\"", "\"", StringComparison.Ordinal), cancellationToken)));
            complaints.AddRange(queries.Complaints.Select(complaint => $"{name}: {complaint}"));
            complaints.AddRange(Names(QueriedLabel(), template).Where(label => !given.Contains(label)).Select(label => $"{name}: no query gives a label {label}"));
        }

        return [.. complaints.Select(complaint => $"{rule}: {complaint}")];
    }

    private static IEnumerable<string> Names(Regex pattern, string template) => pattern.Matches(template).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$labels\.(\w+)")]
    private static partial Regex UsedLabel();

    [GeneratedRegex("""query\s+"((?:[^"\\]|\\.)*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Query();

    [GeneratedRegex("""\blabel\s+"(\w+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex QueriedLabel();
}
