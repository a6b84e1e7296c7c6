using System.Globalization;
using System.Text.RegularExpressions;
using Kthena.StackTesting.Dashboards;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>
/// Colours of single numbers come from numbers in the dashboard, since Grafana cannot take them from a series: these are the defaults of
/// the thresholds that alerts compare with. Columns of tables likewise.
/// </summary>
public partial class ThresholdTests
{
    public static TheoryData<string, string, string?, string> Colours => new()
    {
        { "kthena-overview.json", "Inference Latency (P95)", null, "kthena:threshold:inference_latency_seconds" },
        { "kthena-overview.json", "Error Rate", null, "kthena:threshold:error_ratio" },
        { "kthena-overview.json", "Models", "Errors", "kthena:threshold:error_ratio" },
        { "kthena-overview.json", "Models", "Queue", "kthena:threshold:queue_fill_ratio" },
        { "kthena-overview.json", "Models", "Memory / limit", "kthena:threshold:memory_ratio" },
        { "kthena-model.json", "Queue Fill", null, "kthena:threshold:queue_fill_ratio" },
        { "kthena-model.json", "Memory/max", null, "kthena:threshold:memory_ratio" },
    };

    [Theory]
    [MemberData(nameof(Colours))]
    public void What_is_red_is_above_the_threshold_of_its_alert(string file, string title, string? column, string threshold)
    {
        var panel = DashboardFolder.Read(file).Panels.Single(panel => panel.Title == title);
        var thresholds = column is null
            ? panel.Defaults!["thresholds"]
            : panel.Overrides.Single(item => (string?)item["matcher"]?["options"] == column)["properties"].Objects()
                .Single(property => (string?)property["id"] == "thresholds")["value"];

        var red = thresholds!["steps"].Objects().Single(step => (string?)step["color"] == "red");

        var rule = RuleFolder.AllRules().Single(rule => rule.Record == threshold && rule.Labels.Count == 0);
        Assert.Equal(rule.Expr, $"vector({((double)red["value"]!).ToString(CultureInfo.InvariantCulture)})");
    }

    [Theory]
    [InlineData("page: 5m and 1h", "5m", "1h")]
    [InlineData("page: 30m and 6h", "30m", "6h")]
    [InlineData("ticket: 2h and 1d", "2h", "1d")]
    [InlineData("ticket: 6h and 3d", "6h", "3d")]
    public void The_factor_of_a_burn_rate_is_the_one_that_its_alert_compares_with(string legend, string shortWindow, string longWindow)
    {
        var bar = DashboardFolder.Read("kthena-slo.json").Panels.SelectMany(panel => panel.Targets).Single(target => target.Legend == legend);
        var factor = bar.Expr[(bar.Expr.LastIndexOf('/') + 1)..].Trim();

        Assert.All(new[] { shortWindow, longWindow }, window => Assert.Contains($"ratio_rate{window}{{", bar.Expr, StringComparison.Ordinal));
        var alerts = RuleFolder.AllRules().Where(rule => rule.Alert is not null && Compares(rule, shortWindow) && Compares(rule, longWindow)).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, rule => Assert.Contains(rule.Expr.Split('\n'), line => Reads(line, shortWindow)
            && line.Contains($"> ({factor} * ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_lines_in_a_chart_of_burn_rates_are_the_factors_that_alerts_compare_with()
    {
        var lines = DashboardFolder.Read("kthena-slo.json").Panels.Single(panel => panel.Title == "Burn Rate by Window").Targets
            .Select(target => Line().Match(target.Expr)).Where(line => line.Success);
        var factors = RuleFolder.AllRules().Where(rule => rule.Alert is not null).SelectMany(rule => Factor().Matches(rule.Expr));

        Assert.Equal(factors.Select(Number).Distinct().Order(), lines.Select(Number).Order());
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^vector\(([\d.]+)\)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"ratio_rate\w+\{[^}]*\} > \(([\d.]+) \* ")]
    private static partial Regex Factor();

    private static bool Compares(Rule rule, string window) => rule.Expr.Split('\n').Any(line => Reads(line, window));

    private static bool Reads(string line, string window) => line.Contains($"slo:sli_error:ratio_rate{window}{{", StringComparison.Ordinal);
}
