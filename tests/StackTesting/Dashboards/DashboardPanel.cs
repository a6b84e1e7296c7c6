using System.Text.Json.Nodes;

namespace Kthena.StackTesting.Dashboards;

/// <summary>A panel, or a row.</summary>
public sealed record DashboardPanel(JsonObject Json)
{
    public string Type => (string?)Json["type"] ?? "";

    public string Title => (string?)Json["title"] ?? "";

    public bool IsRow => Type == "row";

    /// <summary>The variable that it is repeated for, null for none.</summary>
    public string? Repeat => (string?)Json["repeat"];

    public JsonObject? Defaults => Json["fieldConfig"]?["defaults"] as JsonObject;

    public IReadOnlyList<JsonObject> Overrides => [.. (Json["fieldConfig"]?["overrides"]).Objects()];

    public IReadOnlyList<JsonObject> Transformations => [.. Json["transformations"].Objects()];

    public IReadOnlyList<DashboardTarget> Targets => [.. Json["targets"].Objects().Select(target => new DashboardTarget(target))];

    public override string ToString() => $"panel '{Title}'";
}
