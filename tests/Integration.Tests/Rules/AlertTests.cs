using Kthena.StackTesting;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Rules;

/// <summary>What every alert brings along: cases, a runbook, labels, annotations.</summary>
public class AlertTests
{
    private static readonly string[] s_severities = ["critical", "warning", "info"];
    private static readonly string[] s_services = ["kthena", "monitoring"];
    private static readonly string[] s_annotations = ["summary", "description", "runbook_url", "dashboard_url"];

    public static TheoryData<string> Alerts => [.. Rules().Select(rule => rule.Alert!).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void There_are_thirty_alerts_at_least() => Assert.InRange(Alerts.Count, 30, int.MaxValue);

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_has_a_case_that_fires(string alert) => Assert.Contains((alert, true), RuleFolder.Expectations());

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_has_a_case_in_which_it_stays_quiet(string alert)
    {
        Assert.SkipWhen(alert == "Watchdog", "Watchdog always fires.");
        Assert.Contains((alert, false), RuleFolder.Expectations());
    }

    [Fact]
    public void No_case_is_about_an_alert_that_does_not_exist()
        => Assert.Empty(RuleFolder.Expectations().Select(expected => expected.Alert).Except(Rules().Select(rule => rule.Alert!), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_has_a_runbook(string alert)
        => Assert.True(File.Exists(Path.Join(Repository.Root, "rules", "runbooks", $"{alert}.md")), $"rules/runbooks/{alert}.md is missing.");

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_says_how_bad_it_is_and_whose(string alert) => Assert.All(Rules(alert), rule =>
    {
        if (alert == "Watchdog") Assert.Equal("none", rule.Labels.GetValueOrDefault("severity"));
        else Assert.Contains(rule.Labels.GetValueOrDefault("severity"), s_severities);
        Assert.Contains(rule.Labels.GetValueOrDefault("service"), s_services);
    });

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_explains_itself_and_links_to_its_own_runbook(string alert) => Assert.All(Rules(alert), rule =>
    {
        Assert.All(s_annotations, annotation => Assert.NotEmpty(rule.Annotations.GetValueOrDefault(annotation, "")));
        Assert.Contains($"/{alert}.md", rule.Annotations["runbook_url"], StringComparison.Ordinal);
    });

    private static IEnumerable<Rule> Rules() => RuleFolder.AllRules().Where(rule => rule.Alert is not null);

    private static IEnumerable<Rule> Rules(string alert) => Rules().Where(rule => rule.Alert == alert);
}
