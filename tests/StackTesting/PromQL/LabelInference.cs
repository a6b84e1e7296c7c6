using System.Text.Json.Nodes;

namespace Kthena.StackTesting.PromQL;

/// <summary>
/// Follows labels through a parsed expression: which the result may have, and which are named somewhere although what they are named of
/// cannot have them. The shape of the tree is that of <c>/api/v1/parse_query</c>.
/// </summary>
public sealed class LabelInference(ISeriesCatalogue catalogue)
{
    private const string NameLabel = "__name__";

    private readonly List<string> _complaints = [];

    /// <summary>Unknown series, and labels that are not there.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The labels that the result may have; scalars and strings have none.</summary>
    public HashSet<string> LabelsOf(JsonNode node) => (string?)node["type"] switch
    {
        "vectorSelector" or "matrixSelector" => Selector(node),
        "aggregation" => Aggregation(node),
        "binaryExpr" => Binary(node),
        "call" => Call((string)node["func"]!["name"]!, [.. node["args"]!.AsArray().OfType<JsonNode>()]),
        "parenExpr" or "unaryExpr" or "subquery" or "stepInvariantExpr" => LabelsOf(node["expr"]!),
        "numberLiteral" or "stringLiteral" => [],
        var other => throw new NotSupportedException($"PromQL node '{other}'."),
    };

    private HashSet<string> Selector(JsonNode node)
    {
        var name = (string?)node["name"];
        var matchers = node["matchers"]!.AsArray().Select(matcher => (string)matcher!["name"]!).Where(label => label != NameLabel).ToList();
        if (string.IsNullOrEmpty(name))
        {
            _complaints.Add("a selector without a metric's name");
            return [.. matchers];
        }

        if (catalogue.LabelsOf(name) is not { } labels)
        {
            _complaints.Add($"unknown metric {name}");
            return [.. matchers];
        }

        Require(matchers, labels, name);
        return [.. labels];
    }

    private HashSet<string> Aggregation(JsonNode node)
    {
        var labels = LabelsOf(node["expr"]!);
        if (node["param"] is { } param) LabelsOf(param);
        var grouping = Strings(node["grouping"]);
        Require(grouping, labels, $"what {(string?)node["op"]} aggregates");
        if ((string?)node["op"] is "topk" or "bottomk" or "limitk" or "limit_ratio") return labels;
        return (bool)node["without"]! ? [.. labels.Except(grouping)] : [.. grouping];
    }

    private HashSet<string> Binary(JsonNode node)
    {
        var (left, right) = (LabelsOf(node["lhs"]!), LabelsOf(node["rhs"]!));
        var op = (string)node["op"]!;
        if (node["matching"] is not JsonObject matching) return [.. left.Union(right)]; // at most one side is a vector
        var labels = Strings(matching["labels"]);
        var (on, card, include) = ((bool)matching["on"]!, (string?)matching["card"], Strings(matching["include"]));
        if (on)
        {
            Require(labels, left, $"the left side of {op}");
            Require(labels, right, $"the right side of {op}");
        }
        else
        {
            Require(labels, left.Union(right).ToHashSet(StringComparer.Ordinal), $"both sides of {op}");
        }

        switch (op, card)
        {
            case ("or", _): return [.. left.Union(right)];
            case ("and" or "unless", _): return left;
            case (_, "many-to-one"):
                Require(include, right, $"the right side of {op}");
                return [.. left.Union(include)];
            case (_, "one-to-many"):
                Require(include, left, $"the left side of {op}");
                return [.. right.Union(include)];
            default: return on ? [.. labels] : [.. left.Except(labels)];
        }
    }

    private HashSet<string> Call(string function, IReadOnlyList<JsonNode> arguments)
    {
        HashSet<string> labels = [.. arguments.SelectMany(LabelsOf)];
        switch (function)
        {
            case "absent" or "absent_over_time":
                return [.. arguments[0]["matchers"]?.AsArray().Where(matcher => (string?)matcher!["type"] == "=")
                    .Select(matcher => (string)matcher!["name"]!).Where(label => label != NameLabel) ?? []];
            case "histogram_quantile":
                Require(["le"], labels, function);
                return [.. labels.Except(["le"])];
            case "label_replace":
                Require([Text(arguments[3])], labels, function);
                return [.. labels, Text(arguments[1])];
            case "label_join":
                Require([.. arguments.Skip(3).Select(Text)], labels, function);
                return [.. labels, Text(arguments[1])];
            case "vector" or "scalar" or "time":
                return [];
            default:
                return labels;
        }
    }

    private void Require(IReadOnlyList<string> labels, IReadOnlySet<string> known, string where)
        => _complaints.AddRange(labels.Where(label => !known.Contains(label)).Select(label => $"no label {label} in {where}"));

    private static List<string> Strings(JsonNode? array) => [.. array?.AsArray().Select(item => (string)item!) ?? []];

    private static string Text(JsonNode literal) => (string)literal["val"]!;
}
