using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Tests.Rules;

public sealed class EquivalentListTests
{
    private static readonly Rule s_rule = RuleFile.Parse("alerts/a.yml", "groups: [{name: g, rules: [{alert: A, expr: vector(1)}]}]").Rules[0];
    private static readonly Mutation s_twice = new(s_rule, "threshold", [new("expr", "vector(2)")]);
    private static readonly Mutation s_half = new(s_rule, "threshold", [new("expr", "vector(0.5)")]);

    [Fact]
    public void An_entry_names_the_mutation_by_its_difference()
    {
        var list = EquivalentList.Parse("list.yml", Entry("'expr: vector(2)'"));

        Assert.True(list.Contains(s_twice));
        Assert.False(list.Contains(s_half));
    }

    [Fact]
    public void A_star_stands_for_any_text()
    {
        var list = EquivalentList.Parse("list.yml", Entry("'expr: vector(*)'"));

        Assert.True(list.Contains(s_twice));
        Assert.True(list.Contains(s_half));
    }

    [Fact]
    public void An_entry_that_matches_nothing_is_reported()
    {
        var list = EquivalentList.Parse("list.yml", Entry("'expr: vector(3)'"));

        Assert.Contains("no threshold mutation of A makes 'expr: vector(1)' into 'expr: vector(3)'", Assert.Single(list.Unused([s_twice])), StringComparison.Ordinal);
        Assert.Empty(EquivalentList.Parse("list.yml", Entry("'expr: vector(2)'")).Unused([s_twice]));
    }

    [Theory]
    [InlineData("equivalent: [{rule: A, kind: threshold, before: a, after: b}]", "entry 1 (A)")]
    [InlineData("equivalent: [{rule: A, kind: threshold, reason: r}]", "entry 1 (A)")]
    [InlineData("equivalent: [{rule: A, why: r}]", "why")]
    [InlineData("equivalent: 1", "list.yml:1")]
    public void A_list_that_lacks_something_is_an_error_that_says_what(string text, string expected)
    {
        var error = Assert.Throws<MutationException>(() => EquivalentList.Parse("list.yml", text));

        Assert.StartsWith("list.yml", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static string Entry(string after) => $"equivalent: [{{rule: A, kind: threshold, before: 'expr: vector(1)', after: {after}, reason: only that there is a value matters}}]";
}
