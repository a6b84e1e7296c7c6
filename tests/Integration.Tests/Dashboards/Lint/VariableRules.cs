using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about variables.</summary>
internal static class VariableRules
{
    // In queries, titles and links Grafana sets these itself.
    private static readonly string[] s_globals =
        ["__all", "__all_variables", "__url_time_range", "__value", "__field", "__data", "__from", "__to", "__range", "__range_s", "__range_ms",
        "__interval", "__interval_ms", "__rate_interval"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        LintRule.Of("datasource-variable", "Make the first variable one of type datasource, named datasource, for prometheus.",
            dashboard => dashboard.Variables is [{ Name: "datasource", Type: "datasource" } first, ..] && (string?)first.Json["query"] == "prometheus" ? []
                : ["does not let its data source be chosen"]),
        LintRule.Of("variable-label", "Give each variable a label and a description.", dashboard => dashboard.Variables
            .Where(variable => (string?)variable.Json["label"] is not { Length: > 0 } || (string?)variable.Json["description"] is not { Length: > 0 })
            .Select(variable => $"{variable}: has no label or no description")),
        LintRule.Of("variable-reload", "Set refresh to 2: what there is to choose depends on the time that is shown.", dashboard => dashboard.Variables
            .Where(variable => variable.Type == "query" && (int?)variable.Json["refresh"] != 2)
            .Select(variable => $"{variable}: is not asked for again when the time changes")),
        LintRule.Of("variable-all", "Set allValue to .+: hundreds of values in a query are slow, and .* also matches what lacks the label.",
            dashboard => dashboard.Variables
            .Where(variable => variable.IncludesAll && variable.AllValue != ".+").Select(variable => $"{variable}: stands for all by '{variable.AllValue}'")),
        LintRule.Of("variables-exist", "Define the variable, or mend its name where it is used.", dashboard => Used(dashboard)
            .Except([.. dashboard.Variables.Select(variable => variable.Name), .. s_globals], StringComparer.Ordinal)
            .Select(name => $"uses a variable {name}, which it does not have")),
        LintRule.Of("variables-used", "Use the variable, or remove it.", dashboard => dashboard.Variables
            .Where(variable => !Used(dashboard).Contains(variable.Name)).Select(variable => $"{variable}: is not used")),
    ];

    private static HashSet<string> Used(Dashboard dashboard) =>
    [
        .. Interpolation.VariablesOf(Unescaped(dashboard.Json["panels"]?.ToJsonString())),
        .. Interpolation.VariablesOf(Unescaped(dashboard.Json["annotations"]?.ToJsonString())),
        .. Interpolation.VariablesOf(Unescaped(dashboard.Json["templating"]?.ToJsonString())),
        .. dashboard.Panels.Select(panel => panel.Repeat).OfType<string>(),
    ];

    // ${__field.labels.x} and the like are members of one variable.
    private static string Unescaped(string? json) => (json ?? "").Replace("${__value.", "$__value ", StringComparison.Ordinal)
        .Replace("${__field.", "$__field ", StringComparison.Ordinal).Replace("${__data.", "$__data ", StringComparison.Ordinal);
}
