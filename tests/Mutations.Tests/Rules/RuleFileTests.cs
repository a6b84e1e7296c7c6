using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Tests.Rules;

public sealed class RuleFileTests
{
    private const string Text = """
        groups:
        - name: a
          rules:
          # Why it is here.
          - alert: First
            expr: |
              up == 0
                and on (job) b{c="d"} > 1
            for: 5m
            labels: {severity: critical}
        - name: b
          rules:
          - record: second:thing
            expr: sum(a)
          - alert: Third
            expr: 'c > 0'
        """;

    private static readonly RuleFile s_file = RuleFile.Parse("alerts/a.yml", Text);

    [Fact]
    public void Rules_of_all_groups_are_read_in_order() =>
        Assert.Equal(["First", "second:thing", "Third"], s_file.Rules.Select(r => r.Name));

    [Fact]
    public void A_changed_file_differs_in_that_value_alone()
    {
        var third = s_file.Rules[2];

        var changed = RuleFile.Parse("alerts/a.yml", s_file.With(third, [new("expr", "c: {x} > 1"), new("for", "1m")]));

        Assert.Equal(s_file.Rules.Take(2).Select(Values), changed.Rules.Take(2).Select(Values));
        Assert.Equal("alert=Third, expr=c: {x} > 1, for=1m", Values(changed.Rules[2]));
    }

    [Fact]
    public void A_value_that_is_taken_away_is_gone()
    {
        var changed = RuleFile.Parse("alerts/a.yml", s_file.With(s_file.Rules[0], [new("labels.severity", null), new("for", null)]));

        Assert.Equal(["alert", "expr"], changed.Rules[0].Fields.Select(f => f.Path));
    }

    [Fact]
    public void A_file_with_some_of_its_rules_keeps_its_groups_and_changes_the_right_rule()
    {
        var third = s_file.Rules[2];

        var some = RuleFile.Parse("alerts/a.yml", s_file.OnlyWith(r => r.Name == "Third", third, [new("for", "1m")]));

        Assert.Equal("alert=Third, expr=c > 0, for=1m", Values(Assert.Single(some.Rules)));
        Assert.Equal(1, some.Rules[0].Group);
    }

    [Fact]
    public void A_difference_shows_only_the_lines_that_differ_and_where_they_are()
    {
        var diff = new Mutation(s_file.Rules[0], "any", [new("expr", s_file.Rules[0]["expr"]!.Value.Replace("> 1", ">= 1", StringComparison.Ordinal))]).Diff;

        Assert.Equal((8, "and on (job) b{c=\"d\"} > 1", "and on (job) b{c=\"d\"} >= 1"), (diff.Line, Assert.Single(diff.Before), Assert.Single(diff.After)));
    }

    [Fact]
    public void A_difference_of_a_short_value_names_it()
    {
        var diff = new Mutation(s_file.Rules[0], "any", [new("for", null)]).Diff;

        Assert.Equal((9, "for: 5m"), (diff.Line, Assert.Single(diff.Before)));
        Assert.Empty(diff.After);
    }

    [Theory]
    [InlineData("groups: 1")]
    [InlineData("- a")]
    [InlineData("a: {")]
    [InlineData("")]
    public void What_is_no_file_of_rules_is_an_error_with_its_name(string text) =>
        Assert.StartsWith("rules/alerts/b.yml", Assert.Throws<InvalidDataException>(() => RuleFile.Parse("alerts/b.yml", text)).Message, StringComparison.Ordinal);

    private static string Values(Rule rule) => string.Join(", ", rule.Fields.Select(f => $"{f.Path}={f.Value}"));
}
