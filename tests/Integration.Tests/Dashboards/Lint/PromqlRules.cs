using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting.Contract;
using Kthena.StackTesting.Dashboards;
using Kthena.StackTesting.PromQL;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about what a panel's queries mean.</summary>
internal static partial class PromqlRules
{
    private static readonly MetricContract s_contract = MetricContract.Load();

    private static readonly HashSet<string> s_counters = [.. s_contract.Metrics.SelectMany(CountersOf)];

    // Exposed by several jobs: without one, a query mixes what does not belong together.
    private static readonly HashSet<string> s_shared = [.. s_contract.Metrics.Where(metric => metric.Emitter.Job is not null)
        .GroupBy(metric => metric.Name, metric => metric.Emitter.Job)
        .Where(jobs => jobs.Contains(ContractEmitter.EveryJob) || jobs.Distinct().Count() > 1)
        .Select(jobs => jobs.Key)];

    private static readonly string[] s_ofCounters = ["rate", "irate", "increase", "resets", "changes"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Of("promql", "Mend the query; the message is Prometheus' own.", (_, _, _, _) => []),
        Of("counters-under-rate", "A counter's value says nothing, it starts again with its process: take rate or increase of it.", (_, _, tree, _) =>
            Selectors(tree, []).Where(selector => s_counters.Contains(selector.Name) && !selector.Functions.Any(s_ofCounters.Contains))
                .Select(selector => $"reads the counter {selector.Name} as it is")),
        Of("rate-of-counters-only", "A gauge may fall: use delta, deriv or *_over_time.", (_, _, tree, promql) =>
            Selectors(tree, []).Where(selector => selector.Functions.Any(function => function is "rate" or "irate" or "increase")
                && !s_counters.Contains(selector.Name) && promql.Series.LabelsOf(selector.Name) is not null)
                .Select(selector => $"takes a rate of {selector.Name}, which is no counter")),
        Of("buckets-in-histograms", "Take histogram_quantile of buckets, or draw them as a heatmap: each alone counts what is below it.", (panel, _, tree, _) =>
            Selectors(tree, []).Where(selector => selector.Name.EndsWith("_bucket", StringComparison.Ordinal) && panel.Type != "heatmap"
                && !selector.Functions.Contains("histogram_quantile"))
                .Select(selector => $"draws the buckets of {selector.Name}")),
        Of("shared-metrics-by-job", "Several jobs expose it: select by job.", (_, _, tree, _) =>
            Selectors(tree, []).Where(selector => s_shared.Contains(selector.Name) && !selector.Matchers.Contains("job"))
                .Select(selector => $"does not say of which job {selector.Name} is")),
        Of("merged-queries", "Aggregate each query of the table by the same labels: merge makes a line for each label set, the metric's name included.",
            (panel, _, tree, promql) =>
            panel.Transformations.All(step => (string?)step["id"] != "merge") ? []
            : KeepsName(tree) ? ["its result keeps the name of its metric"]
            : MergedLabels(panel) is { } labels && !labels.SetEquals(new LabelInference(promql.Series).LabelsOf(tree))
                ? [$"its result has other labels than {string.Join(", ", labels)}, the columns of the table"]
            : []),
        Of("legend-labels", "Use labels that the result has.", (_, target, tree, promql) =>
        {
            var labels = new LabelInference(promql.Series).LabelsOf(tree);
            return Label().Matches(target.Legend).Select(match => match.Groups[1].Value).Where(label => !labels.Contains(label))
                .Select(label => $"its legend has {{{{{label}}}}}, its result has {string.Join(", ", labels)}");
        }),
    ];

    private static LintRule Of(string name, string mend, Func<DashboardPanel, DashboardTarget, JsonNode, PromqlFixture, IEnumerable<string>> find)
        => new(name, mend, async (dashboard, promql, cancellation) =>
        {
            var findings = new List<string>();
            foreach (var (panel, target) in dashboard.Queries)
            {
                try
                {
                    var tree = await promql.Parser.ParseAsync(SampleValues.Of(dashboard).Apply(target.Expr), cancellation);
                    findings.AddRange(find(panel, target, tree, promql).Select(finding => $"{panel}: query {target.RefId}: {finding}"));
                }
                catch (FormatException exception) when (name == "promql")
                {
                    findings.Add($"{panel}: query {target.RefId}: {exception.Message}");
                }
                catch (FormatException)
                {
                    // The rule promql tells of it.
                }
            }

            return findings;
        });

    private static IEnumerable<Selector> Selectors(JsonNode? node, IReadOnlyList<string> functions)
    {
        switch (node)
        {
            case JsonObject item when (string?)item["type"] is "vectorSelector" or "matrixSelector":
                yield return new((string?)item["name"] ?? "", [.. item["matchers"]!.AsArray().Select(matcher => (string)matcher!["name"]!)], functions);
                break;
            case JsonObject item:
                var inner = (string?)item["type"] == "call" ? [.. functions, (string)item["func"]!["name"]!] : functions;
                foreach (var selector in item.SelectMany(field => Selectors(field.Value, inner))) yield return selector;
                break;
            case JsonArray items:
                foreach (var selector in items.SelectMany(part => Selectors(part, functions))) yield return selector;
                break;
        }
    }

    // Aggregation, arithmetic and functions drop it; selection, sets and comparisons do not.
    private static bool KeepsName(JsonNode tree) => (string?)tree["type"] switch
    {
        "vectorSelector" => true,
        "parenExpr" or "stepInvariantExpr" => KeepsName(tree["expr"]!),
        "aggregation" => (string?)tree["op"] is "topk" or "bottomk" && KeepsName(tree["expr"]!),
        "binaryExpr" => (string?)tree["op"] is "and" or "or" or "unless" or ">" or "<" or ">=" or "<=" or "==" or "!=" && KeepsName(tree["lhs"]!),
        _ => false,
    };

    // Labels and values alike are columns, and organize names them all.
    private static HashSet<string>? MergedLabels(DashboardPanel panel) => panel.Transformations.Where(step => (string?)step["id"] == "organize")
        .Select(step => step["options"]!.AsObject()).Select(options => Names(options, "renameByName").Concat(Names(options, "excludeByName"))
            .Where(name => name != "Time" && !name.StartsWith("Value #", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal)).FirstOrDefault();

    private static IEnumerable<string> Names(JsonObject options, string field) => options[field] is JsonObject names ? names.Select(name => name.Key) : [];

    private static IEnumerable<string> CountersOf(ContractMetric metric) => metric.Type switch
    {
        "counter" => [metric.Name],
        "histogram" => [$"{metric.Name}_bucket", $"{metric.Name}_sum", $"{metric.Name}_count"],
        "summary" => [$"{metric.Name}_sum", $"{metric.Name}_count"],
        _ => [],
    };

    private sealed record Selector(string Name, IReadOnlyList<string> Matchers, IReadOnlyList<string> Functions);

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Label();
}
