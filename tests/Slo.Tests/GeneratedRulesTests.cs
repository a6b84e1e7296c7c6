using Kthena.Slo.Rules;

namespace Kthena.Slo.Tests;

/// <summary>What is ours in the rules, and what is not Sloth's.</summary>
public class GeneratedRulesTests
{
    [Fact]
    public void An_alert_stands_in_the_group_of_the_series_that_it_reads_and_after_them()
    {
        foreach (var group in Specs.Generate(Specs.Resource).Groups.Where(group => group.Rules.Any(rule => rule.Alert is not null)))
        {
            var recordings = group.Rules.TakeWhile(rule => rule.Alert is null).Select(rule => rule.Record!).ToList();
            foreach (var window in (string[])["5m", "30m", "1h", "2h", "6h", "1d", "3d"])
                Assert.Contains("slo:sli_error:ratio_rate" + window, recordings);
            Assert.All(group.Rules.Skip(recordings.Count), rule => Assert.NotNull(rule.Alert));
            Assert.Null(group.Interval);
        }
    }

    [Fact]
    public void Alerts_have_the_labels_and_annotations_of_both_and_their_own_before_them()
    {
        var alerts = Specs.Generate(Specs.PlainWith("    name: ShopFails", """
                name: ShopFails
                labels: {severity: none, slo: requests}
                annotations: {summary: both, runbook: r}
                page_alert:
                  labels: {severity: critical}
                  annotations: {summary: page}
            """)).Alerts();

        Assert.Equal(["ShopFails", "ShopFails"], alerts.Select(alert => alert.Alert));
        Assert.Equal(new Dictionary<string, string> { ["severity"] = "critical", ["slo"] = "requests", ["sloth_severity"] = "page" }, alerts[0].Labels);
        Assert.Equal(new Dictionary<string, string> { ["severity"] = "none", ["slo"] = "requests", ["sloth_severity"] = "ticket" }, alerts[1].Labels);
        Assert.Equal(new Dictionary<string, string> { ["summary"] = "page", ["runbook"] = "r" }, alerts[0].Annotations);
        Assert.Equal(new Dictionary<string, string> { ["summary"] = "both", ["runbook"] = "r" }, alerts[1].Annotations);
    }

    [Fact]
    public void A_disabled_alert_is_not_made()
    {
        var alerts = Specs.Generate(Specs.Plain + "\n    page_alert: {disable: true}\n").Alerts();

        Assert.Equal(["ticket"], alerts.Select(alert => alert.Labels["sloth_severity"]));
    }

    [Fact]
    public void The_labels_of_an_objective_go_before_those_of_its_service()
    {
        var rules = Specs.Generate(Specs.PlainWith("service: shop", "service: shop\nlabels: {team: a, tier: '1'}").Replace("  objective", "  labels: {team: b}\n  objective", StringComparison.Ordinal));

        var labels = rules.Recorded("slo:objective:ratio", "requests").Labels;
        Assert.Equal(("b", "1"), (labels["team"], labels["tier"]));
    }

    [Fact]
    public void A_raw_ratio_is_read_as_it_is_and_averaged_over_the_period()
    {
        var rules = Specs.Generate("""
            version: prometheus/v1
            service: shop
            slos:
            - name: requests
              objective: 99
              sli: {raw: {error_ratio_query: 'job:errors:ratio_rate{{.window}}'}}
              alerting: {name: ShopFails}
            """);

        Assert.StartsWith("((job:errors:ratio_rate1h) >= 0)", rules.Recorded("slo:sli_error:ratio_rate1h", "requests").Expr, StringComparison.Ordinal);
        Assert.StartsWith("avg_over_time(slo:sli_error:ratio_rate5m{", rules.Recorded("slo:sli_error:ratio_rate30d", "requests").Expr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_at_the_end_of_a_query_swallows_nothing()
    {
        var expr = Specs.Generate(Specs.PlainWith("total_query: sum(rate(http_requests_total[{{.window}}]))", "total_query: 'sum(rate(http_requests_total[{{.window}}])) # all'"))
            .Recorded("slo:sli_error:ratio_rate5m", "requests").Expr;

        Assert.All(expr.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)), line => Assert.EndsWith("# all", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_is_what_Prometheus_reads()
    {
        var file = new RuleFile([new("g", "1m", [new("a:b", null, "vector(1)", new Dictionary<string, string> { ["l"] = "1" }, null)])]);

        Assert.Equal(
            "# made\ngroups:\n- name: g\n  interval: 1m\n  rules:\n  - record: a:b\n    expr: vector(1)\n    labels:\n      l: \"1\"\n",
            RuleFileWriter.Write(file, "made"));
    }
}
