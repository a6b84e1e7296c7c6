using Kthena.Browser.Tests.Running;
using Kthena.Integration.Tests.Dashboards;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Browser.Tests.Dashboards;

/// <summary>Every panel of every dashboard draws what there is.</summary>
public sealed class PanelTests(LookFixture fixture) : PageTest(fixture)
{
    public static TheoryData<string> Uids => [.. DashboardFolder.ReadAll().Select(dashboard => dashboard.Uid)];

    [Theory]
    [MemberData(nameof(Uids))]
    public async Task A_dashboard_has_data_in_every_panel(string uid)
    {
        await OpenAsync($"/d/{uid}?from=now-5m&to=now");
        await Screenshots.TakeAsync(Page, uid);
        var panels = await Panels.All(Page).AllAsync();
        Assert.NotEmpty(panels);
        List<string> wrong = [];
        foreach (var panel in panels)
        {
            var title = await panel.GetAttributeAsync("data-panel-title");
            var mayBeEmpty = QueryException.All.Any(exception => exception.Dashboard == uid && exception.Panel == title);
            var state = await Panels.StateAsync(panel, mayBeEmpty ? ["data", "empty"] : ["data"]);
            if (state != "data" && !(mayBeEmpty && state == "empty")) wrong.Add($"'{title}' is {state}: {await panel.InnerTextAsync()}");
        }

        await Screenshots.TakeAsync(Page, $"{uid}-end");
        Assert.Empty(wrong);
    }
}
