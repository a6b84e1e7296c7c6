namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>All rules: those of Grafana's dashboard-linter that make sense here, and what the dashboards of this repository promise.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
        [.. DashboardRules.All, .. VariableRules.All, .. LayoutRules.All, .. PanelRules.All, .. TargetRules.All, .. PromqlRules.All];

    public static LintRule Named(string name) => All.Single(rule => rule.Name == name);
}
