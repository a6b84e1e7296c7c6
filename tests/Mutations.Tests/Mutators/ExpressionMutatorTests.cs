using Kthena.Mutations.Mutators;

namespace Kthena.Mutations.Tests.Mutators;

/// <summary>What each mutator makes of a small expression.</summary>
public sealed class ExpressionMutatorTests
{
    [Theory]
    [InlineData("a > 1", "a < 1", "a >= 1")]
    [InlineData("a <= bool 1", "a > bool 1", "a < bool 1")]
    [InlineData("a{b!=\"c\"} == 0", "a{b!=\"c\"} != 0")]
    [InlineData("a{b=\"x > y\"}")]
    public void A_comparison_looks_at_the_other_side_or_moves_its_border(string expression, params string[] others) =>
        Assert.Equal(others, new ComparisonMutator().Mutate(expression));

    [Theory]
    [InlineData("a > 0.05", "a > 0.1", "a > 0.025")]
    [InlineData("a > 0", "a > 1")]
    [InlineData("histogram_quantile(0.95, a) > 2", "histogram_quantile(0.95, a) > 4", "histogram_quantile(0.95, a) > 1")]
    [InlineData("rate(a1[5m] offset 2m)")]
    public void A_threshold_becomes_twice_and_half_of_it(string expression, params string[] others) =>
        Assert.Equal(others, new ThresholdMutator().Mutate(expression));

    [Fact]
    public void A_quantile_becomes_the_median_and_nearly_all() =>
        Assert.Equal(["histogram_quantile(0.5, a) > 2", "histogram_quantile(0.999, a) > 2"], new QuantileMutator().Mutate("histogram_quantile(0.95, a) > 2"));

    [Theory]
    [InlineData("a{b=\"c\"}", "a{b=\"cx\"}", "a{b!=\"c\"}", "a{}")]
    [InlineData("a{b!~\"c|d\", e=''}", "a{b!~\"cx|d\", e=''}", "a{b!~\"c|dx\", e=''}", "a{b=~\"c|d\", e=''}", "a{ e=''}",
        "a{b!~\"c|d\", e='x'}", "a{b!~\"c|d\", e!=''}", "a{b!~\"c|d\"}")]
    [InlineData("sum by (b) (a)")]
    public void A_matcher_has_another_value_is_turned_round_and_is_missing(string expression, params string[] others) =>
        Assert.Equal(others, new MatcherMutator().Mutate(expression));

    [Theory]
    [InlineData("sum by (a, b) (c)", "sum by (b) (c)", "sum by (a) (c)")]
    [InlineData("a and on (b) c", "a and on () c")]
    [InlineData("a * on () group_left (b) c", "a * ignoring () group_left (b) c", "a * on () group_left () c")]
    public void A_label_to_group_or_match_by_is_missing(string expression, params string[] others) =>
        Assert.Equal(others.Select(Words), new GroupingMutator().Mutate(expression).Select(Words));

    [Theory]
    [InlineData("sum by (a) (rate(b{c=\"d\"}[5m])) / e:f", "sum by (a) (rate(b_other{c=\"d\"}[5m])) / e:f", "sum by (a) (rate(b{c=\"d\"}[5m])) / e:f_other")]
    [InlineData("vector(1) and on () Inf")]
    public void A_metric_has_another_name(string expression, params string[] others) =>
        Assert.Equal(others, new MetricNameMutator().Mutate(expression));

    [Theory]
    [InlineData("rate(a[5m])", "rate(a[50m])", "rate(a[1m])")]
    [InlineData("rate(a[1m])", "rate(a[10m])")]
    [InlineData("max_over_time(a[1h30m:1m])", "max_over_time(a[15h:1m])", "max_over_time(a[9m:1m])")]
    public void A_window_is_ten_times_as_long_and_a_part_of_it_but_never_under_a_minute(string expression, params string[] others) =>
        Assert.Equal(others, new WindowMutator().Mutate(expression));

    [Fact]
    public void An_offset_is_missing_and_ten_times_as_long() =>
        Assert.Equal(["a ", "a offset 50m"], new OffsetMutator().Mutate("a offset 5m"));

    [Theory]
    [InlineData("a and b", "a or b", "a unless b")]
    [InlineData("and_more or b{c=\"d or e\"}", "and_more and b{c=\"d or e\"}", "and_more unless b{c=\"d or e\"}")]
    public void A_set_operator_is_another_one(string expression, params string[] others) =>
        Assert.Equal(others, new SetOperatorMutator().Mutate(expression));

    [Theory]
    [InlineData("(a > 1 and on (b) c == 2) or d", "(a > 1 ) or d", "(a > 1 and on (b) c == 2) ", "d")]
    [InlineData("a unless b and c", "a  and c", "a unless b ")]
    [InlineData("a or b and c or d", "a  or d", "b and c or d", "a or b  or d", "a or b and c ")]
    [InlineData("max(a or b)", "max(a )", "max(b)")]
    [InlineData("a or on (b) c", "a", "c")]
    public void A_condition_is_missing(string expression, params string[] others) =>
        Assert.Equal(others.Select(Words), new ConditionMutator().Mutate(expression).Select(Words));

    [Theory]
    [InlineData("sum by (max) (a)", "max by (max) (a)", "count by (max) (a)")]
    [InlineData("min(a)", "max(a)")]
    public void An_aggregation_is_another_one(string expression, params string[] others) =>
        Assert.Equal(others, new AggregationMutator().Mutate(expression));

    [Theory]
    [InlineData("rate(a[5m])", "increase(a[5m])")]
    [InlineData("absent(rate)", "count(rate)")]
    public void A_function_is_another_one(string expression, params string[] others) =>
        Assert.Equal(others, new FunctionMutator().Mutate(expression));

    [Theory]
    [InlineData("a / b * -1", "a * b * -1", "a / b / -1")]
    [InlineData("(a) - b", "(a) + b")]
    public void A_calculation_is_the_opposite_one(string expression, params string[] others) =>
        Assert.Equal(others, new ArithmeticMutator().Mutate(expression));

    [Fact]
    public void A_text_that_a_function_takes_is_another_one() =>
        Assert.Equal(
            ["f(a{b=\"c\"}, \"dx\", '$1')", "f(a{b=\"c\"}, \"d\", '$1x')"],
            new ArgumentMutator().Mutate("f(a{b=\"c\"}, \"d\", '$1')"));

    [Fact]
    public void What_is_no_PromQL_is_an_error_that_says_where()
    {
        var error = Assert.Throws<FormatException>(() => new ComparisonMutator().Mutate("a > $b").ToList());

        Assert.Contains("character 5: $b", error.Message, StringComparison.Ordinal);
    }

    // Where a part goes, the spaces around it stay.
    private static string Words(string expression) => string.Join(' ', expression.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" )", ")", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal);
}
