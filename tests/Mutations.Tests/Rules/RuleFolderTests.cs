using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Tests.Rules;

/// <summary>Which cases are run for a rule.</summary>
public sealed class RuleFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rule-folder-").FullName;

    public RuleFolderTests()
    {
        Write("recording/r.yml", "groups: [{name: r, rules: [{record: 'x:limit', expr: vector(1)}, {record: 'x:limit:resolved', expr: 'sum(x:limit)'}]}]");
        Write("alerts/a.yml", "groups: [{name: a, rules: [{alert: A, expr: 'a > x:limit:resolved'}, {alert: B, expr: b}]}]");
        Write("tests/a.yml", """
            rule_files: [../alerts/*.yml, ../recording/r.yml]
            tests:
            - {name: about A, alert_rule_test: [{alertname: A, eval_time: 1m}]}
            - {name: about B, alert_rule_test: [{alertname: B, eval_time: 1m}]}
            - {name: about a series, promql_expr_test: [{expr: 'x:limit == 1', eval_time: 1m}]}
            - {name: about all alerts, promql_expr_test: [{expr: 'ALERTS{alertname="A"}', eval_time: 1m}]}
            - {name: about all series, promql_expr_test: [{expr: 'sum({__name__=~"x:.*"})', eval_time: 1m}]}
            """);
        Write("tests/r.yml", """
            rule_files: [../recording/r.yml]
            tests:
            - {name: about the limit, promql_expr_test: [{expr: 'x:limit', eval_time: 1m}]}
            """);
    }

    [Fact]
    public void An_alert_is_tried_with_the_cases_that_ask_for_it() =>
        Assert.Equal(["about A", "about all alerts", "about all series"], CasesOf("A"));

    [Fact]
    public void A_recorded_series_is_tried_with_all_that_reads_it_and_the_file_of_its_own_name_first() =>
        Assert.Equal(["about the limit", "about A", "about a series", "about all alerts", "about all series"], CasesOf("x:limit"));

    [Fact]
    public void A_case_about_what_a_series_is_made_of_is_not_about_the_series() =>
        Assert.Equal(["about A", "about all alerts", "about all series"], CasesOf("x:limit:resolved"));

    [Fact]
    public void The_cases_of_an_alert_need_what_it_reads_and_nothing_else()
    {
        Write("tests/a.yml", "{rule_files: [../alerts/a.yml], tests: [{name: about A, alert_rule_test: [{alertname: A, eval_time: 1m}]}]}");

        Assert.Equal(["A", "x:limit", "x:limit:resolved"], RulesFor("A").Order());
    }

    [Fact]
    public void A_case_that_may_read_anything_needs_all_rules() =>
        Assert.Equal(["A", "B", "x:limit", "x:limit:resolved"], RulesFor("A").Order());

    [Fact]
    public void What_is_no_test_is_an_error_with_its_file()
    {
        Write("tests/b.yml", "tests: [{promql_expr_test: [{expr: '$'}]}]");

        Assert.StartsWith("rules/tests/b.yml", Assert.Throws<InvalidDataException>(() => RuleFolder.Read(_root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_is_an_error_that_says_where_they_belong() =>
        Assert.Contains("rules/alerts", Assert.Throws<InvalidDataException>(() => RuleFolder.Read(Path.Join(_root, "rules"))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private IEnumerable<string> RulesFor(string name)
    {
        var folder = RuleFolder.Read(_root);
        return folder.RulesForCasesOf(folder.Files.SelectMany(f => f.Rules).Single(r => r.Name == name));
    }

    private IEnumerable<string> CasesOf(string name)
    {
        var folder = RuleFolder.Read(_root);
        return folder.CasesOf(folder.Files.SelectMany(f => f.Rules).Single(r => r.Name == name)).Select(c => c.Name);
    }

    private void Write(string name, string text)
    {
        var path = Path.Join(_root, "rules", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
