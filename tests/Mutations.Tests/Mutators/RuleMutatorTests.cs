using Kthena.Mutations.Mutators;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Tests.Mutators;

/// <summary>What the mutators of a rule's other parts make of it.</summary>
public sealed class RuleMutatorTests
{
    private const string Alert = "alert: A, expr: a";

    [Theory]
    [InlineData(Alert + ", for: 5m", "for=10m", "for=150s", "for=")]
    [InlineData(Alert, "for=1m")]
    [InlineData(Alert + ", for: 0m, keep_firing_for: 2m", "for=1m", "keep_firing_for=4m", "keep_firing_for=1m", "keep_firing_for=")]
    [InlineData("record: a:b, expr: a")]
    public void The_time_until_an_alert_fires_is_another_one(string rule, params string[] changes) =>
        AssertChanges(new ForMutator(), rule, changes);

    [Theory]
    [InlineData(Alert + ", labels: {severity: critical, service: kthena}", "labels.severity=warning", "labels.service=kthenax")]
    [InlineData("record: a:b, expr: a, labels: {model_id: m}", "labels.model_id=mx", "labels.model_id=")]
    public void A_label_of_the_rule_has_another_value(string rule, params string[] changes) =>
        AssertChanges(new OwnLabelMutator(), rule, changes);

    [Fact]
    public void Annotations_are_missing_or_have_changed_places() =>
        AssertChanges(new AnnotationMutator(), Alert + ", annotations: {summary: s, description: d}",
            "annotations.summary=", "annotations.description=", "annotations.summary=d annotations.description=s");

    [Fact]
    public void A_template_takes_another_label_or_another_form() =>
        AssertChanges(new TemplateMutator(), Alert + ", annotations: {summary: '{{ $labels.a }} {{ $value | humanizePercentage }} {{ $labels.a }}'}",
            "annotations.summary={{ $labels.a_other }} {{ $value | humanizePercentage }} {{ $labels.a }}",
            "annotations.summary={{ $labels.a }} {{ $value | humanize }} {{ $labels.a }}");

    [Fact]
    public void A_recorded_series_has_another_name() =>
        AssertChanges(new MetricNameMutator(), "record: a:b, expr: a", "expr=a_other", "record=a:b_other");

    private static void AssertChanges(IMutator mutator, string rule, params string[] changes)
    {
        var file = RuleFile.Parse("alerts/a.yml", $"groups: [{{name: g, rules: [{{{rule}}}]}}]");
        Assert.Equal(changes, mutator.Mutate(file.Rules[0]).Select(m => string.Join(' ', m.Select(c => $"{c.Path}={c.Value}"))));
    }
}
