using System.Text.Json.Nodes;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>For each rule, ways to break it in a <see cref="SmallDashboard"/>.</summary>
internal static class Breakages
{
    public static IReadOnlyList<(string Rule, Action<JsonObject> Break)> All { get; } =
    [
        ("bare-model", model => model["id"] = 7),
        ("bare-model", model => model["dashboard"] = new JsonObject()),
        ("uid-is-file-name", model => model["uid"] = "other"),
        ("schema-version", model => model["schemaVersion"] = 16),
        ("description", model => model.Remove("description")),
        ("static-title", model => model["title"] = "Kthena Model: $job"),
        ("tags", model => model["tags"] = new JsonArray("ml")),
        ("uneditable", model => model.Remove("editable")),
        ("shared-crosshair", model => model["graphTooltip"] = 0),
        ("time", model => model["time"]!["from"] = "2025-09-01"),
        ("time", model => model["refresh"] = "7s"),
        ("links-to-the-others", model => model["links"]![0]!["keepTime"] = false),
        ("annotations", model => model["annotations"]!["list"]![0]!["expr"] = "up"),
        ("annotation-texts", model => model["annotations"]!["list"]![0]!["titleFormat"] = ""),
        ("no-hard-coded-datasource", model => Traffic(model)["datasource"] = "Prometheus"),
        ("no-hard-coded-datasource", model => Target(model)["datasource"]!["uid"] = "P1809F7CD0C75ACF3"),
        ("datasource-variable", model => Variables(model).Insert(0, new JsonObject { ["name"] = "first" })),
        ("variable-label", model => Variables(model)[1]!.AsObject().Remove("label")),
        ("variable-reload", model => Variables(model)[1]!["refresh"] = 1),
        ("variable-all", model => Variables(model)[1]!["allValue"] = ".*"),
        ("variables-exist", model => Target(model)["expr"] = "sum by (status) (rate(kthena_inference_requests_total{pod=\"$pod\"}[$__rate_interval]))"),
        ("variables-used", model => Variables(model).Add(new JsonObject { ["name"] = "spare", ["type"] = "textbox" })),
        ("panel-ids", model => Traffic(model)["id"] = 2),
        ("panel-ids", model => Traffic(model).Remove("id")),
        ("panel-grid", model => Traffic(model)["gridPos"]!["w"] = 25),
        ("panel-grid", model => Traffic(model).Remove("gridPos")),
        ("panels-do-not-overlap", model => Traffic(model)["gridPos"]!["w"] = 13),
        ("panel-type", model => Traffic(model)["type"] = "graph"),
        ("panel-title", model => Traffic(model).Remove("title")),
        ("panel-title", model => Traffic(model)["title"] = "Traffic of $job"),
        ("panel-description", model => Traffic(model).Remove("description")),
        ("panel-unit", model => Defaults(model).Remove("unit")),
        ("panel-unit", model => Defaults(model)["unit"] = "GB"),
        ("panel-no-value", model => Defaults(model).Remove("noValue")),
        ("removed-fields", model => Traffic(model)["yAxes"] = new JsonArray()),
        ("no-alarm-colour-for-traffic", model => Defaults(model)["color"]!["mode"] = "thresholds"),
        ("thresholds", model => Table(model)["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]![0]!["value"] = 0),
        ("thresholds", model => Table(model)["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray().Add(new JsonObject { ["value"] = 0.5 })),
        ("calcs", model => Traffic(model)["options"]!["legend"]!["calcs"] = new JsonArray("avg")),
        ("transformations", model => Table(model)["transformations"]!.AsArray().Add(new JsonObject { ["id"] = "calculateField" })),
        ("overrides", model => Table(model)["fieldConfig"]!["overrides"]![0]!["matcher"]!["id"] = "byType"),
        ("overridden-columns", model => Table(model)["fieldConfig"]!["overrides"]![0]!["matcher"]!["options"] = "Value"),
        ("panel-has-queries", model => Traffic(model).Remove("targets")),
        ("ref-ids", model => Traffic(model)["targets"]!.AsArray().Add(Target(model).DeepClone())),
        ("rate-interval", model => Target(model)["expr"] = "sum by (status) (rate(kthena_inference_requests_total[5m]))"),
        ("legend", model => Target(model).Remove("legendFormat")),
        ("table-format", model => Table(model)["targets"]![0]!["format"] = "time_series"),
        ("table-format", model => Target(model)["instant"] = true),
        ("thresholds-from-rules", model => Defaults(model)["custom"]!["thresholdsStyle"] = new JsonObject { ["mode"] = "line" }),
        ("promql", model => Target(model)["expr"] = "sum by (status) (rate(kthena_inference_requests_total)"),
        ("counters-under-rate", model => Target(model)["expr"] = "sum by (status) (kthena_inference_requests_total)"),
        ("counters-under-rate", model => Target(model)["expr"] = "sum by (status) (max_over_time(kthena_inference_requests_total[$__range]))"),
        ("rate-of-counters-only", model => Target(model)["expr"] = "sum by (status) (rate(inference_queue_depth[$__rate_interval]))"),
        ("buckets-in-histograms", model => Target(model)["expr"] = "sum by (le) (rate(kthena_inference_duration_seconds_bucket[$__rate_interval]))"),
        ("shared-metrics-by-job", model => Target(model)["expr"] = "process_open_fds"),
        ("merged-queries", model => Merge(model, "up{job=~\"$job\"}")),
        ("merged-queries", model => Merge(model, "max by (pod) (up{job=~\"$job\"})")),
        ("legend-labels", model => Target(model)["legendFormat"] = "{{model_id}}"),
    ];

    private static JsonObject Traffic(JsonObject model) => model["panels"]![0]!.AsObject();

    private static JsonObject Table(JsonObject model) => model["panels"]![1]!.AsObject();

    private static JsonObject Defaults(JsonObject model) => Traffic(model)["fieldConfig"]!["defaults"]!.AsObject();

    private static JsonObject Target(JsonObject model) => Traffic(model)["targets"]![0]!.AsObject();

    private static void Merge(JsonObject model, string expression)
    {
        Table(model)["targets"]![0]!["expr"] = expression;
        Table(model)["transformations"]!.AsArray().Insert(0, new JsonObject { ["id"] = "merge" });
        Table(model)["transformations"]![1]!["options"]!["renameByName"]!["job"] = "Job";
    }

    private static JsonArray Variables(JsonObject model) => model["templating"]!["list"]!.AsArray();
}
