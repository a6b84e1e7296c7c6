namespace Kthena.NotificationReceiver.Tests;

public sealed class RealAlertmanagerTests
{
    [Fact]
    public async Task An_alert_arrives_from_the_real_Alertmanager_when_it_fires_and_when_it_resolves()
    {
        if (RealAlertmanager.Find() is not { } binary)
        {
            Assert.Skip("Alertmanager is neither in .tools/bin nor on PATH; ./kthena setup fetches it");
            return;
        }

        await using var receiver = new Receiver();
        await using var alertmanager = await RealAlertmanager.StartAsync(binary, new Uri(receiver.Url, "notifications"));
        var now = TimeProvider.System.GetUtcNow();

        await alertmanager.AlertAsync("KthenaServiceDown", now, now.AddHours(1));
        var firing = await WaitForAsync(receiver, "firing");
        await alertmanager.AlertAsync("KthenaServiceDown", now, TimeProvider.System.GetUtcNow());
        var resolved = await WaitForAsync(receiver, "resolved");

        Assert.Equal("critical", (string?)firing["severity"]);
        Assert.Equal("from Alertmanager", (string?)firing["summary"]);
        Assert.Equal((string?)firing["fingerprint"], (string?)resolved["fingerprint"]);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> WaitForAsync(Receiver receiver, string status)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await receiver.NotificationsAsync($"?alertname=KthenaServiceDown&status={status}") is [{ } notification, ..])
                return notification;
            Assert.False(bound.IsCancellationRequested, $"no {status} notification; the log: {string.Join('\n', receiver.Log)}");
        }
    }
}
