using System.Text.Json.Nodes;

namespace Kthena.StackTesting.Dashboards;

/// <summary>
/// A dashboard as Grafana reads it
/// (https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model/).
/// </summary>
/// <param name="File">The name of its file.</param>
/// <param name="Json">The model.</param>
public sealed record Dashboard(string File, JsonObject Json)
{
    public string Uid => (string?)Json["uid"] ?? "";

    /// <summary>All panels in their order, rows and what lies in collapsed rows included.</summary>
    public IReadOnlyList<DashboardPanel> Panels => [.. Flatten(Json["panels"])];

    /// <summary>The PromQL queries of all panels.</summary>
    public IEnumerable<(DashboardPanel Panel, DashboardTarget Target)> Queries
        => Panels.SelectMany(panel => panel.Targets, (panel, target) => (Panel: panel, Target: target)).Where(query => query.Target.IsPromql);

    public IReadOnlyList<DashboardVariable> Variables => [.. (Json["templating"]?["list"]).Objects().Select(variable => new DashboardVariable(variable))];

    public IReadOnlyList<DashboardAnnotation> Annotations
        => [.. (Json["annotations"]?["list"]).Objects().Select(annotation => new DashboardAnnotation(annotation))];

    public static Dashboard Parse(string file, string json) => new(file, JsonNode.Parse(json)!.AsObject());

    public override string ToString() => File;

    private static IEnumerable<DashboardPanel> Flatten(JsonNode? panels)
        => panels.Objects().SelectMany(panel => Flatten(panel["panels"]).Prepend(new DashboardPanel(panel)));
}
