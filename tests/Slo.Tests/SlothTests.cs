using System.Globalization;
using System.Text.RegularExpressions;
using Kthena.Slo.Rules;

namespace Kthena.Slo.Tests;

/// <summary>What is made of the page's specification, beside what Sloth documents that it makes.</summary>
public partial class SlothTests
{
    private readonly RuleFile _rules = Specs.Generate(Specs.Resource);

    /// <summary>
    /// The Site Reliability Workbook, chapter "Alerting on SLOs", table of recommended parameters
    /// (https://sre.google/workbook/alerting-on-slos/#recommended_parameters_for_an_slo_based_a), and Sloth's default windows for 30 days
    /// (https://sloth.dev/usage/slo-period-windows/): the share of the budget that may burn within the long window, and what it means as a factor:
    /// share x 30 days / long window.
    /// </summary>
    public static TheoryData<string, int, double, string, string, double> Windows => new()
    {
        { "page", 0, 0.02, "5m", "1h", 14.4 },
        { "page", 1, 0.05, "30m", "6h", 6 },
        { "ticket", 0, 0.10, "2h", "1d", 3 },
        { "ticket", 1, 0.10, "6h", "3d", 1 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_windows_and_factors_are_those_of_the_workbook_and_of_Sloth(
        string severity, int index, double share, string shortWindow, string longWindow, double factor)
    {
        foreach (var slo in (string[])["inference-availability", "inference-latency"])
        {
            var alert = Assert.Single(_rules.Alerts(), rule => rule.Labels["sloth_severity"] == severity && rule.Expr.Contains(slo, StringComparison.Ordinal));
            var conditions = Condition().Matches(alert.Expr).Skip(2 * index).Take(2).ToList();

            Assert.Equal([shortWindow, longWindow], conditions.Select(condition => condition.Groups["window"].Value));
            Assert.All(conditions, condition => Assert.Equal(factor, double.Parse(condition.Groups["factor"].Value, CultureInfo.InvariantCulture)));
            Assert.Equal(factor, share * 30 * 24 / Hours(longWindow), precision: 9);
        }
    }

    [Theory]
    [InlineData("inference-availability", "0.001")]
    [InlineData("inference-latency", "0.05")]
    public void The_budget_of_every_condition_is_what_the_objective_leaves(string slo, string budget)
    {
        var conditions = _rules.Alerts().Where(rule => rule.Expr.Contains(slo, StringComparison.Ordinal)).SelectMany(rule => Condition().Matches(rule.Expr)).ToList();

        Assert.Equal(8, conditions.Count);
        Assert.All(conditions, condition => Assert.Equal(budget, condition.Groups["budget"].Value));
    }

    // The documented example: https://sloth.dev/introduction/ and the metrics in https://sloth.dev/usage/metrics/ have these names and labels.
    [Fact]
    public void The_series_have_the_names_that_Sloth_documents()
    {
        string[] sloth =
        [
            "slo:sli_error:ratio_rate5m", "slo:sli_error:ratio_rate30m", "slo:sli_error:ratio_rate1h", "slo:sli_error:ratio_rate2h",
            "slo:sli_error:ratio_rate6h", "slo:sli_error:ratio_rate1d", "slo:sli_error:ratio_rate3d", "slo:sli_error:ratio_rate30d",
            "slo:objective:ratio", "slo:error_budget:ratio", "slo:time_period:days", "slo:current_burn_rate:ratio", "slo:period_burn_rate:ratio",
            "slo:period_error_budget_remaining:ratio", "sloth_slo_info",
        ];
        string[] ours = ["slo:sli_error:rate5m", "slo:sli_total:rate5m", "slo:error_budget_time_to_exhaustion:seconds"];

        foreach (var slo in (string[])["inference-availability", "inference-latency"])
        {
            var recorded = _rules.Groups.SelectMany(group => group.Rules).Where(rule => rule.Record is not null && rule.Labels["sloth_slo"] == slo);
            Assert.Equal(sloth.Concat(ours).Order(StringComparer.Ordinal), recorded.Select(rule => rule.Record!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_labels_are_those_that_Sloth_documents()
    {
        Assert.Equal(
            Labels("sloth_id=kthena-inference-latency sloth_service=kthena sloth_slo=inference-latency sloth_window=3d team=ml-ops"),
            _rules.Recorded("slo:sli_error:ratio_rate3d", "inference-latency").Labels);
        Assert.Equal(
            Labels("sloth_id=kthena-inference-latency sloth_mode=cli-gen-k8s sloth_objective=95.0 sloth_service=kthena sloth_slo=inference-latency " +
                "sloth_spec=sloth.slok.dev/v1 sloth_version=kthena team=ml-ops"),
            _rules.Recorded("sloth_slo_info", "inference-latency").Labels);
    }

    [Fact]
    public void The_ratio_of_each_window_reads_the_queries_over_that_window()
    {
        foreach (var window in (string[])["5m", "30m", "1h", "2h", "6h", "1d", "3d"])
        {
            var expr = _rules.Recorded("slo:sli_error:ratio_rate" + window, "inference-availability").Expr;
            Assert.All(Range().Matches(expr), range => Assert.Equal(window, range.Groups[1].Value));
            Assert.Equal(3, Range().Count(expr));
        }
    }

    [Fact]
    public void Objective_and_budget_have_no_rounding_errors()
    {
        Assert.Equal("vector(0.999)", _rules.Recorded("slo:objective:ratio", "inference-availability").Expr);
        Assert.Equal("vector(0.001)", _rules.Recorded("slo:error_budget:ratio", "inference-availability").Expr);
        Assert.Equal("vector(30)", _rules.Recorded("slo:time_period:days", "inference-latency").Expr);
    }

    private static Dictionary<string, string> Labels(string text) => text.Split(' ').Select(label => label.Split('=')).ToDictionary(label => label[0], label => label[1]);

    private static double Hours(string window) => int.Parse(window[..^1], CultureInfo.InvariantCulture) * (window[^1] == 'd' ? 24 : 1);

    [GeneratedRegex(@"slo:sli_error:ratio_rate(?<window>\w+)\{[^}]*\} > \((?<factor>[\d.]+) \* (?<budget>[\d.]+)\)")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex Range();
}
