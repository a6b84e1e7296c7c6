using System.Text.Json.Nodes;

namespace Kthena.StackTesting.Dashboards;

/// <summary>A query whose series are drawn as marks in every panel.</summary>
public sealed record DashboardAnnotation(JsonObject Json)
{
    public string Name => (string?)Json["name"] ?? "";

    public string Expr => (string?)Json["expr"] ?? "";

    /// <summary>The texts of a mark; <c>{{label}}</c> in them stands for a label of the series.</summary>
    public IEnumerable<string> Texts => [(string?)Json["titleFormat"] ?? "", (string?)Json["textFormat"] ?? ""];

    /// <summary>The labels that become tags of a mark.</summary>
    public IEnumerable<string> Tags => ((string?)Json["tagKeys"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override string ToString() => $"annotation '{Name}'";
}
