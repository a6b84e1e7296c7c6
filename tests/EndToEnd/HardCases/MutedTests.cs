using Aspire.Hosting.Testing;
using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Rounds;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.HardCases;

public sealed class MutedTests(HardCasesFixture fixture) : HardCase(fixture)
{
    private AlertmanagerClient Alertmanager => new(Stack.Graph.App.CreateHttpClient("alertmanager", "http"), Stack.Time);

    private SilenceClient Silences => new(Stack.Graph.App.CreateHttpClient("alertmanager", "http"), Stack.Time);

    [Fact]
    public async Task A_silenced_alert_tells_nobody_until_its_silence_ends()
    {
        var silence = await Silences.SilenceAsync("HighErrorRate", HardCasesFixture.First, TimeSpan.FromMinutes(10), Cancellation);

        await DuringAsync(new Together(InjectedFault.Errors(HardCasesFixture.First), InjectedFault.Errors(HardCasesFixture.Second)), async began =>
        {
            await IsAsync("HighErrorRate", HardCasesFixture.First, alert => alert.SilencedBy.Count > 0);
            // Of both at the same time, the other one arrives.
            await NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, began);
            Assert.DoesNotContain(Stack.Inbox.All, notification => IsAbout(notification, "HighErrorRate", HardCasesFixture.First, began));

            await Silences.ExpireAsync(silence, Cancellation);
            return await NotificationAsync("HighErrorRate", HardCasesFixture.First, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, began);
        });
    }

    [Fact]
    public async Task A_critical_alert_mutes_the_warnings_of_its_model_and_of_no_other()
    {
        // All are slow, and one fails after that.
        var faults = new Together(InjectedFault.Latency(Expect.SlowRequest), InjectedFault.Errors(HardCasesFixture.First));

        await DuringAsync(faults, async began =>
        {
            await IsAsync("HighInferenceLatency", HardCasesFixture.First, alert => alert.InhibitedBy.Count > 0);
            await NotificationAsync("HighInferenceLatency", HardCasesFixture.Second, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, began);
            Assert.DoesNotContain(Stack.Inbox.All, notification => IsAbout(notification, "HighInferenceLatency", HardCasesFixture.First, began));
            return true;
        });
    }

    private Task IsAsync(string name, string model, Func<ActiveAlert, bool> condition)
        => Eventually.IsTrueAsync($"{name} of {model} being muted", Bound, async cancellation => (await Alertmanager.AlertsAsync(cancellation)).Any(alert =>
            alert.Labels["alertname"] == name && alert.Labels.GetValueOrDefault("model_id") == model && condition(alert)), Cancellation);

    private static bool IsAbout(Notification notification, string alert, string model, DateTimeOffset since)
        => notification.AlertName == alert && notification.Labels.GetValueOrDefault("model_id") == model && notification.ReceivedAt > since;
}
