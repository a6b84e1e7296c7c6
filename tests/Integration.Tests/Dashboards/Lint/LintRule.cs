using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Something that every dashboard must keep to.</summary>
/// <param name="Name">Its name in test results.</param>
/// <param name="Mend">How to mend what breaks it.</param>
/// <param name="FindAsync">Where a dashboard breaks it, and how; nowhere is good.</param>
internal sealed record LintRule(string Name, string Mend, Func<Dashboard, PromqlFixture, CancellationToken, Task<IReadOnlyList<string>>> FindAsync)
{
    public static LintRule Of(string name, string mend, Func<Dashboard, IEnumerable<string>> find)
        => new(name, mend, (dashboard, _, _) => Task.FromResult<IReadOnlyList<string>>([.. find(dashboard)]));

    /// <summary>A rule about each panel that shows data.</summary>
    public static LintRule OfPanels(string name, string mend, Func<DashboardPanel, IEnumerable<string>> find)
        => Of(name, mend, dashboard => dashboard.Panels.Where(panel => !panel.IsRow).SelectMany(panel => find(panel).Select(finding => $"{panel}: {finding}")));

    /// <summary>A rule about each PromQL query of a panel.</summary>
    public static LintRule OfTargets(string name, string mend, Func<DashboardPanel, DashboardTarget, IEnumerable<string>> find)
        => OfPanels(name, mend, panel => panel.Targets.Where(target => target.IsPromql)
            .SelectMany(target => find(panel, target).Select(finding => $"query {target.RefId}: {finding}")));

    public override string ToString() => Name;
}
