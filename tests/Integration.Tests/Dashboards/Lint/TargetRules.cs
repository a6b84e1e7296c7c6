using System.Text.RegularExpressions;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about a panel's queries as they are written.</summary>
internal static partial class TargetRules
{
    private static readonly string[] s_windows = ["$__rate_interval", "$__range"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        LintRule.OfPanels("panel-has-queries", "Give the panel a query, or make it a text.",
            panel => panel.Type == "text" || panel.Targets.Count > 0 ? [] : ["asks for nothing"]),
        LintRule.OfPanels("ref-ids", "Give each query of a panel a refId of its own.",
            panel => panel.Targets.GroupBy(target => target.RefId).Where(targets => targets.Key == "" || targets.Count() > 1)
                .Select(targets => $"has {targets.Count()} queries with the refId '{targets.Key}'")),
        LintRule.OfTargets("rate-interval",
            $"Use {string.Join(" or ", s_windows)}: a fixed window shows nothing, or hides much, at another scrape interval or range.",
            (_, target) => Window().Matches(target.Expr).Select(match => match.Groups["window"].Value).Where(window => !s_windows.Contains(window))
                .Select(window => $"looks back [{window}]")),
        LintRule.OfTargets("legend", "Set legendFormat: without it a legend is the whole label set.",
            (panel, target) => panel.Type == "table" || target.Legend is not ("" or "__auto") ? [] : ["has no legend"]),
        LintRule.OfTargets("table-format", "In a table set format to table and instant to true; in a heatmap set format to heatmap; elsewhere leave it out.",
            (panel, target) => (panel.Type, target) switch
        {
            ("table", { Format: "table", IsInstant: true }) or ("heatmap", { Format: "heatmap", IsInstant: false }) => [],
            ("timeseries" or "state-timeline", { IsInstant: true }) => ["is an instant query, drawn over time"],
            ("table" or "heatmap", _) => [$"has the format '{target.Format}'"],
            _ => target.Format is null or "time_series" ? [] : [$"has the format '{target.Format}'"],
        }),
        LintRule.OfPanels("thresholds-from-rules", "Draw the series kthena:threshold:… instead of a number in thresholds that are drawn as lines.",
            panel => panel.Type == "timeseries" && (string?)panel.Defaults?["custom"]?["thresholdsStyle"]?["mode"] is "line" or "line+area" or "dashed"
                ? ["draws a number of its own as a line"] : []),
    ];

    [GeneratedRegex(@"\[(?<window>[^\]:]+)(?::[^\]]*)?\]")]
    private static partial Regex Window();
}
