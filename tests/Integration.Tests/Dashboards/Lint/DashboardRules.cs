using System.Text.Json.Nodes;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about a dashboard as a whole.</summary>
internal static class DashboardRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        LintRule.Of("bare-model", "Commit the model itself, without the envelope of the HTTP API and without an id: provisioning shows nothing otherwise.",
            dashboard => new[] { "dashboard", "id" }.Where(dashboard.Json.ContainsKey).Select(field => $"has a field '{field}'")),
        LintRule.Of("uid-is-file-name", "Links name the uid, people look for the file: give both the same name.",
            dashboard => $"{dashboard.Uid}.json" == dashboard.File ? [] : [$"the uid is '{dashboard.Uid}'"]),
        LintRule.Of("schema-version",
            $"Set schemaVersion to {GrafanaDialect.SchemaVersion}, that of Grafana 12; Grafana migrates anything older in its own way.",
            dashboard => (int?)dashboard.Json["schemaVersion"] == GrafanaDialect.SchemaVersion ? []
                : [$"schemaVersion is {dashboard.Json["schemaVersion"]?.ToJsonString() ?? "missing"}"]),
        LintRule.Of("description", "Say in 'description' whom the dashboard answers which question.", dashboard => Missing(dashboard.Json, "description")),
        LintRule.Of("static-title", "Grafana puts no variables into titles of dashboards: use a row that is repeated instead.",
            dashboard => (string?)dashboard.Json["title"] is { Length: > 0 } title && !title.Contains('$', StringComparison.Ordinal) ? []
                : [$"the title is '{(string?)dashboard.Json["title"]}'"]),
        LintRule.Of("tags", "Links between the dashboards go by the tag: add 'kthena' to 'tags'.",
            dashboard => dashboard.Json["tags"].Texts().Contains("kthena") ? [] : ["has no tag 'kthena'"]),
        LintRule.Of("uneditable", "Set editable to false: what is edited in Grafana is lost, the file is the source.",
            dashboard => (bool?)dashboard.Json["editable"] == false ? [] : ["is editable"]),
        LintRule.Of("shared-crosshair", "Set graphTooltip to 1, so that one moment is seen in all panels.",
            dashboard => (int?)dashboard.Json["graphTooltip"] == 1 ? [] : ["has no shared crosshair"]),
        LintRule.Of("time", "Set time.from to now-…, time.to to now, and refresh to one of timepicker.refresh_intervals.", Time),
        LintRule.Of("links-to-the-others", "Add a link of type dashboards for the tag kthena with keepTime and includeVars.",
            dashboard => dashboard.Json["links"].Objects()
                .Any(link => (string?)link["type"] == "dashboards" && (bool?)link["keepTime"] == true && (bool?)link["includeVars"] == true
                && link["tags"].Texts().Contains("kthena")) ? [] : ["does not link to the other dashboards"]),
        LintRule.Of("annotations", "Mark firing alerts or loads of models, so that people see what happened when.",
            dashboard => dashboard.Annotations.Any(annotation => annotation.Expr.Contains("ALERTS", StringComparison.Ordinal)
                || annotation.Expr.Contains("kthena_model_load", StringComparison.Ordinal))
                ? [] : ["marks neither alerts nor loads of models"]),
        LintRule.Of("annotation-texts", "Give each annotation a name, a query and a titleFormat.",
            dashboard => dashboard.Annotations.Where(annotation => annotation.Name == "" || annotation.Expr == "" || annotation.Texts.First() == "")
                .Select(annotation => $"{annotation}: lacks a name, a query or a title")),
        LintRule.Of("no-hard-coded-datasource",
            "Name the data source by a variable, {\"type\": \"prometheus\", \"uid\": \"${datasource}\"}: its uid differs everywhere.",
            dashboard => Datasources(dashboard.Json).Where(datasource => !IsTemplated(datasource))
                .Select(datasource => $"names the data source {datasource?.ToJsonString() ?? "null"}")),
    ];

    private static IEnumerable<string> Missing(JsonObject json, string field) => (string?)json[field] is { Length: > 0 } ? [] : [$"'{field}' is missing"];

    private static IEnumerable<string> Time(Dashboard dashboard)
    {
        var (from, to, refresh) = ((string?)dashboard.Json["time"]?["from"] ?? "", (string?)dashboard.Json["time"]?["to"], (string?)dashboard.Json["refresh"]);
        if (!from.StartsWith("now-", StringComparison.Ordinal) || to != "now") yield return $"shows the time from '{from}' to '{to}'";
        if (!(dashboard.Json["timepicker"]?["refresh_intervals"]).Texts().Contains(refresh))
            yield return $"refreshes every '{refresh}', which is no choice of its time picker";
    }

    private static IEnumerable<JsonNode?> Datasources(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(field => field.Key == "datasource" ? [field.Value] : Datasources(field.Value)),
        JsonArray items => items.SelectMany(Datasources),
        _ => [],
    };

    private static bool IsTemplated(JsonNode? datasource) => datasource is JsonObject && (string?)datasource["uid"] is { } uid
        && uid.StartsWith("${", StringComparison.Ordinal);
}
