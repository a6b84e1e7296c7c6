using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;
using YamlDotNet.RepresentationModel;

namespace Kthena.Integration.Tests.Alerting;

public class MaintenanceTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_maintenance_that_covers_now_mutes_warnings_and_infos_but_no_page()
    {
        await using var graph = await AlertmanagerGraph.StartAsync(MaintenanceAllDay, Cancellation);
        TestAlert[] muted =
        [
            new("maintenance", "HighInferenceLatency severity=warning model_id=a"),
            new("maintenance", "GPUHighUtilization severity=info"),
            new("maintenance", "TargetDown severity=warning service=monitoring"),
        ];
        var page = new TestAlert("maintenance", "HighErrorRate severity=critical model_id=b");
        foreach (var alert in muted.Append(page)) await alert.FireAsync(graph);

        await page.NotificationAsync(graph, NotificationChannel.PagerDuty, NotificationStatus.Firing);
        await page.NotificationAsync(graph, NotificationChannel.Webhook, NotificationStatus.Firing);
        await Eventually.IsTrueAsync("Three alerts being muted", s_bound, async cancellation =>
            (await graph.Alertmanager.MutedAlertsAsync(cancellation)).Count == muted.Length, Cancellation);

        Assert.All(graph.Receiver.Log.Find(new() { Accepted = null }), notification => Assert.Equal("HighErrorRate", notification.AlertName));
    }

    private static string MaintenanceAllDay(string configuration)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(configuration));
        var maintenance = ((YamlMappingNode)yaml.Documents[0].RootNode)["time_intervals"][0];
        ((YamlMappingNode)maintenance).Children["time_intervals"] = new YamlSequenceNode(new YamlMappingNode(
            "times", new YamlSequenceNode(new YamlMappingNode("start_time", "00:00", "end_time", "24:00"))));
        var changed = new StringWriter();
        yaml.Save(changed, assignAnchors: false);
        return changed.ToString();
    }
}
