using Kthena.Integration.Tests.Dashboards.Lint;
using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Every dashboard keeps to every rule.</summary>
public class LintTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    public static MatrixTheoryData<string, string> Cases => new([.. DashboardFolder.Files], [.. LintRules.All.Select(rule => rule.Name)]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_dashboard_keeps_to_a_rule(string file, string rule)
    {
        var (mend, find) = (LintRules.Named(rule).Mend, LintRules.Named(rule).FindAsync);

        var findings = await find(DashboardFolder.Read(file), promql, TestContext.Current.CancellationToken);

        Assert.True(findings is [], string.Join('\n', findings.Select(finding => $"dashboards/{file}: {finding}. {mend}")));
    }
}
