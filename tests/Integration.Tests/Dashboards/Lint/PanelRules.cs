using System.Text.Json.Nodes;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about what a panel says and how it is drawn.</summary>
internal static class PanelRules
{
    // Without numbers of their own.
    private static readonly string[] s_unitless = ["text", "logs", "traces"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        LintRule.Of("panel-type", $"Use one of {string.Join(", ", GrafanaDialect.PanelTypes)}; 'graph' became 'timeseries'.",
            dashboard => dashboard.Panels.Where(panel => !GrafanaDialect.PanelTypes.Contains(panel.Type))
                .Select(panel => $"{panel}: its type is '{panel.Type}'")),
        LintRule.Of("panel-title", "Give the panel a title of plain words. Only rows may have a variable in it.",
            dashboard => dashboard.Panels.Where(panel => panel.Title == "" || (!panel.IsRow && panel.Title.Contains('$', StringComparison.Ordinal)))
                .Select(panel => $"{panel}: {(panel.Title == "" ? "has no title" : "has a variable in its title")}")),
        LintRule.OfPanels("panel-description", "Say in 'description' what the panel shows and what to do when it looks bad.",
            panel => (string?)panel.Json["description"] is { Length: > 20 } ? [] : ["has no description"]),
        LintRule.OfPanels("panel-unit", "Set fieldConfig.defaults.unit to a unit of the dialect.", Units),
        LintRule.OfPanels("panel-no-value", "Say in fieldConfig.defaults.noValue what no data mean.",
            panel => s_unitless.Contains(panel.Type) || (string?)panel.Defaults?["noValue"] is { Length: > 0 } ? [] : ["does not say what no data mean"]),
        LintRule.OfPanels("removed-fields", "Move it into fieldConfig: Grafana 12 no longer reads it.",
            panel => GrafanaDialect.Removed.Where(panel.Json.ContainsKey).Select(field => $"has '{field}'")),
        LintRule.OfPanels("no-alarm-colour-for-traffic", "Much traffic is no harm: set fieldConfig.defaults.color to a fixed colour or a palette.",
            panel => (string?)panel.Defaults?["color"]?["mode"] == "thresholds" && GrafanaDialect.Traffic.Contains((string?)panel.Defaults["unit"] ?? "")
                ? ["colours traffic by thresholds"] : []),
        LintRule.OfPanels("thresholds", "The first step has the value null, the others rise.",
            panel => Thresholds(panel).Where(steps => !Rises(steps)).Select(steps => $"has the thresholds {steps.ToJsonString()}")),
        LintRule.OfPanels("calcs", $"Use one of {string.Join(", ", GrafanaDialect.Calcs)}.",
            panel => (panel.Json["options"]?["reduceOptions"]?["calcs"]).Texts().Concat((panel.Json["options"]?["legend"]?["calcs"]).Texts())
                .Where(calc => !GrafanaDialect.Calcs.Contains(calc)).Select(calc => $"reduces by '{calc}'")),
        LintRule.OfPanels("transformations", $"Use one of {string.Join(", ", GrafanaDialect.Transformations)}, in tables.",
            panel => panel.Transformations.Select(step => (string?)step["id"] ?? "")
                .Where(id => panel.Type != "table" || !GrafanaDialect.Transformations.Contains(id)).Select(id => $"is transformed by '{id}'")),
        LintRule.OfPanels("overrides", $"Match fields by one of {string.Join(", ", GrafanaDialect.Matchers)}.",
            panel => panel.Overrides.Select(item => (string?)item["matcher"]?["id"] ?? "").Where(id => !GrafanaDialect.Matchers.Contains(id))
                .Select(id => $"overrides what '{id}' matches")),
        LintRule.OfPanels("overridden-columns", "Name the column as organize renames it.", Columns),
    ];

    private static IEnumerable<string> Units(DashboardPanel panel)
    {
        if (s_unitless.Contains(panel.Type)) yield break;
        var overridden = panel.Overrides.SelectMany(item => item["properties"].Objects()).Where(property => (string?)property["id"] == "unit")
            .Select(property => (string?)property["value"] ?? "");
        foreach (var unit in overridden.Prepend((string?)panel.Defaults?["unit"] ?? "").Where(unit => !GrafanaDialect.IsUnit(unit)))
            yield return unit == "" ? "has no unit" : $"has the unit '{unit}'";
    }

    private static IEnumerable<JsonArray> Thresholds(DashboardPanel panel) => panel.Overrides.SelectMany(item => item["properties"].Objects())
        .Where(property => (string?)property["id"] == "thresholds").Select(property => property["value"]?["steps"])
        .Prepend(panel.Defaults?["thresholds"]?["steps"]).OfType<JsonArray>();

    private static bool Rises(JsonArray steps)
    {
        var values = steps.Select(step => (double?)step!["value"]).ToList();
        return values is [null, ..] && values.Skip(1).All(value => value is not null)
            && values.Skip(1).Zip(values.Skip(2)).All(pair => pair.First < pair.Second);
    }

    private static IEnumerable<string> Columns(DashboardPanel panel)
    {
        var renamed = panel.Transformations.Where(step => (string?)step["id"] == "organize")
            .SelectMany(step => step["options"]?["renameByName"] as JsonObject ?? [])
            .Select(name => (string?)name.Value).ToHashSet(StringComparer.Ordinal);
        return renamed.Count == 0 ? [] : panel.Overrides.Where(item => (string?)item["matcher"]?["id"] == "byName")
            .Select(item => (string?)item["matcher"]!["options"])
            .Where(name => !renamed.Contains(name)).Select(name => $"overrides a column '{name}', which it does not have");
    }
}
