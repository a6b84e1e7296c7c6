namespace Kthena.Slo.Tests;

/// <summary>Mistakes are reported with their place, their field and how to mend them.</summary>
public class InvalidSpecTests
{
    [Theory]
    [InlineData("  objective: 99.9", "  objective: 99.9\n  goal: 1", "6:3: slos[0].goal: unknown field; known here: alerting, description, labels, name, objective, plugins, sli")]
    [InlineData("error_query", "errorQuery", "8:7: slos[0].sli.events.errorQuery: unknown field; a specification of version prometheus/v1 writes it error_query")]
    [InlineData("service: shop", "", "1:1: service: is missing; add it here")]
    [InlineData("  objective: 99.9\n", "", "4:3: slos[0].objective: is missing; add it here")]
    [InlineData("    name: ShopFails", "    labels: {}", "11:5: slos[0].alerting.name: is missing; add it here")]
    [InlineData("99.9", "100", "5:14: slos[0].objective: 100 is not between 0 and 100; it is the percentage of good events, such as 99.9")]
    [InlineData("99.9", "0", "5:14: slos[0].objective: 0 is not between 0 and 100; it is the percentage of good events, such as 99.9")]
    [InlineData("99.9", "99.9%", "5:14: slos[0].objective: '99.9%' is no number")]
    [InlineData("service: shop", "service: my shop", "2:10: service: 'my shop' is no valid name; use letters, digits, '.', '_' and '-', with a letter or digit at both ends")]
    [InlineData("service: shop", "service: shop\nlabels: {my-team: a}", "3:10: labels.my-team: 'my-team' is no valid name of a label or annotation; use letters, digits and '_', not starting with a digit")]
    [InlineData("service: shop", "service: shop\nlabels: {sloth_id: a}", "3:10: labels.sloth_id: labels that start with sloth_ are the generator's ('sloth_id'); choose another name")]
    [InlineData("service: shop", "service: shop\nlabels: {alertname: a}", "3:10: labels.alertname: the label 'alertname' is Prometheus' own; choose another name")]
    [InlineData("total[{{.window}}]", "total[5m]", "9:20: slos[0].sli.events.total_query: the query has no window; write its range as [{{.window}}]")]
    [InlineData("total[{{.window}}]", "total[{{.window}}] offset {{.delay}}", "9:20: slos[0].sli.events.total_query: unknown template variable {{.delay}}; the only one is {{.window}}")]
    [InlineData("  sli:", "  sli:\n    plugin: {id: x}", "7:13: slos[0].sli.plugin: SLI plugins are not supported; write the queries themselves, in events or raw")]
    [InlineData("  sli:", "  sli:\n    raw: {error_ratio_query: 'a[{{.window}}]'}", "7:10: slos[0].sli.raw: events and raw exclude each other; keep one of them")]
    [InlineData("version: prometheus/v1", "version: prometheus/v2", "1:1: not a specification of Sloth (version: prometheus/v2); a specification starts with 'version: prometheus/v1', or with 'apiVersion: sloth.slok.dev/v1' and 'kind: PrometheusServiceLevel'")]
    [InlineData("    name: ShopFails", "    name: ShopFails\n    page_alert: {disable: maybe}", "12:27: slos[0].alerting.page_alert.disable: 'maybe' is neither true nor false")]
    public void A_mistake_is_reported_with_its_place_its_field_and_how_to_mend_it(string what, string by, string error)
        => Assert.Equal(["slo.yml:" + error], Specs.ErrorsOf(Specs.PlainWith(what, by)).Select(e => e.ToString()));

    [Fact]
    public void The_resource_of_the_page_is_told_how_its_queries_are_called()
    {
        var errors = Specs.ErrorsOf(Specs.Resource.Replace("errorQuery: sum(rate(kthena_inference_requests", "error_query: sum(rate(kthena_inference_requests", StringComparison.Ordinal));

        Assert.Equal(
            "slo.yml:16:9: spec.slos[0].sli.events.error_query: unknown field; a specification of version sloth.slok.dev/v1 writes it errorQuery",
            Assert.Single(errors).ToString());
    }

    [Fact]
    public void Two_objectives_of_one_name_are_refused()
    {
        var error = Assert.Single(Specs.ErrorsOf(Specs.Plain + "\n" + string.Join('\n', Specs.Plain.Split('\n').Skip(3))));

        Assert.Equal("slo.yml:12:9: slos[1].name: 'requests' is already the name of the objective in line 4; names must differ", error.ToString());
    }

    // factor x (1 - objective) must stay below 1: 100 x (1 - 1/14.4) is 93.055... %, and so on.
    [Theory]
    [InlineData("93.06", "")]
    [InlineData("93.05", "page 14.4 5m 1h 93.06")]
    [InlineData("83.34", "page 14.4 5m 1h 93.06")]
    [InlineData("83.33", "page 14.4 5m 1h 93.06|page 6 30m 6h 83.34")]
    [InlineData("66.67", "page 14.4 5m 1h 93.06|page 6 30m 6h 83.34")]
    [InlineData("66.66", "page 14.4 5m 1h 93.06|page 6 30m 6h 83.34|ticket 3 2h 1d 66.67")]
    public void A_burn_rate_that_no_share_of_errors_reaches_is_refused(string objective, string alerts)
    {
        var text = Specs.PlainWith("99.9", objective);
        if (alerts.Length == 0)
        {
            Assert.Equal(93.06m, Assert.Single(Specs.Read(text).Objectives).Percent);
            return;
        }

        Assert.Equal(
            alerts.Split('|').Select(alert => alert.Split(' ')).Select(a =>
                ($"the {a[0]} alert of {a[1]} x the budget over {a[2]} and {a[3]} can never fire", $"set the objective to {a[4]} or more, or disable: true in slos[0].alerting.{a[0]}_alert")),
            Specs.ErrorsOf(text).Select(e => (e.Message.Split(':')[0], e.Message.Split("; ")[1])));
    }

    [Fact]
    public void A_low_objective_may_do_without_the_alert_that_it_cannot_reach()
        => Assert.Equal(90, Assert.Single(Specs.Read(Specs.PlainWith("99.9", "90") + "\n    page_alert: {disable: true}").Objectives).Percent);

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_the_file()
    {
        var errors = Specs.ErrorsOf(Specs.Plain.Replace("99.9", "120", StringComparison.Ordinal).Replace("service: shop", "servise: shop", StringComparison.Ordinal)
            .Replace("total[{{.window}}]", "total[5m]", StringComparison.Ordinal));

        Assert.Equal(["service", "servise", "slos[0].objective", "slos[0].sli.events.total_query"], errors.Select(e => e.Field));
    }

    [Theory]
    [InlineData("", "slo.yml:1:1: the file is empty; ")]
    [InlineData("- a", "slo.yml:1:1: not a specification; ")]
    [InlineData("a: 1\n---\nb: 1\n", "slo.yml:3:1: a second document; give each specification a file of its own")]
    [InlineData("a: [", "slo.yml:")]
    [InlineData("a: 1\na: 2", "slo.yml:2:1: not valid YAML: ")]
    [InlineData("apiVersion: openslo/v1\nkind: SLO", "slo.yml:1:1: not a specification of Sloth (apiVersion: openslo/v1, kind: SLO); ")]
    public void A_file_that_is_no_specification_is_refused(string text, string start)
        => Assert.StartsWith(start, Assert.Single(Specs.ErrorsOf(text)).ToString(), StringComparison.Ordinal);
}
