using System.Text.RegularExpressions;
using Kthena.StackTesting.Dashboards;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Links to dashboards lead to one that there is, and set variables that it has.</summary>
public partial class DashboardLinkTests
{
    public static TheoryData<string> Dashboards => [.. DashboardFolder.Files];

    public static TheoryData<string> Alerts => [.. RuleFolder.AllRules().Select(rule => rule.Alert).OfType<string>().Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_links_to_a_dashboard_that_there_is(string alert)
        => Assert.All(RuleFolder.AllRules().Where(rule => rule.Alert == alert), rule =>
        {
            Assert.Matches(Link(), rule.Annotations["dashboard_url"]);
            AssertLeadsSomewhere(rule.Annotations["dashboard_url"]);
        });

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void The_links_of_a_dashboard_lead_to_one_that_there_is(string file) => AssertLeadsSomewhere(DashboardFolder.Read(file).Json.ToJsonString());

    private static void AssertLeadsSomewhere(string text) => Assert.All(Link().Matches(text), link =>
    {
        var target = DashboardFolder.ReadAll().SingleOrDefault(dashboard => dashboard.Uid == link.Groups["uid"].Value);
        Assert.True(target is not null, $"No dashboard {link.Groups["uid"].Value}.");
        Assert.Subset(
            target.Variables.Select(variable => variable.Name).ToHashSet(), link.Groups["variable"].Captures.Select(variable => variable.Value).ToHashSet());
    });

    // /d/uid?var-name=value&var-name=value, where the value may be a template
    [GeneratedRegex(@"/d/(?<uid>[\w-]+)(?:(?:\?|&|\\u0026)(?:var-(?<variable>\w+)=)?(?:\{\{[^}]*\}\}|\$\{[^}]*\}|[\w-]+))*")]
    private static partial Regex Link();
}
