using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kthena.StackTesting.Dashboards;

/// <summary>A variable of a dashboard.</summary>
public sealed partial record DashboardVariable(JsonObject Json)
{
    public string Name => (string?)Json["name"] ?? "";

    /// <summary>datasource, query, textbox and others.</summary>
    public string Type => (string?)Json["type"] ?? "";

    public bool IncludesAll => (bool?)Json["includeAll"] == true;

    /// <summary>What stands in a query when all values are chosen.</summary>
    public string? AllValue => (string?)Json["allValue"];

    /// <summary>The selector and the label of <c>label_values(selector, label)</c>; null for any other query.</summary>
    public (string Selector, string Label)? LabelValues
        => LabelValuesCall().Match(Type == "query" ? (string?)Json["query"]?["query"] ?? "" : "") is { Success: true } call
            ? (call.Groups["selector"].Value, call.Groups["label"].Value) : null;

    public override string ToString() => $"variable '{Name}'";

    [GeneratedRegex(@"^label_values\((?<selector>.+),\s*(?<label>\w+)\)$")]
    private static partial Regex LabelValuesCall();
}
