using Kthena.Integration.Tests.Dashboards.Lint;
using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Each rule finds what breaks it, and nothing where nothing is wrong.</summary>
public class LintRuleTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    public static TheoryData<string> Rules => [.. LintRules.All.Select(rule => rule.Name)];

    public static TheoryData<string, int> Cases => [.. Breakages.All.Select((breakage, index) => (breakage.Rule, index))];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_finds_nothing_in_a_dashboard_that_keeps_to_it(string rule) => Assert.Empty(await FindAsync(rule, SmallDashboard.Create()));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_finds_what_breaks_it(string rule, int breakage)
    {
        var broken = SmallDashboard.Create().Json;

        Breakages.All[breakage].Break(broken);

        Assert.NotEmpty(await FindAsync(rule, Dashboard.Parse(SmallDashboard.File, broken.ToJsonString())));
    }

    [Fact]
    public void Every_rule_is_broken_somewhere()
        => Assert.Empty(LintRules.All.Select(rule => rule.Name).Except(Breakages.All.Select(breakage => breakage.Rule), StringComparer.Ordinal));

    private Task<IReadOnlyList<string>> FindAsync(string rule, Dashboard dashboard)
        => LintRules.Named(rule).FindAsync(dashboard, promql, TestContext.Current.CancellationToken);
}
