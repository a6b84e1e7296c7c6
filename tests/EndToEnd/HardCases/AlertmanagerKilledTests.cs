using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;
using Kthena.StackTesting.Scaling;

namespace Kthena.EndToEnd.Tests.HardCases;

public sealed class AlertmanagerKilledTests(HardCasesFixture fixture) : HardCase(fixture)
{
    // Prometheus sends what fires again after --rules.alert.resend-delay, a minute.
    private static readonly TimeSpan s_resendDelay = TimeSpan.FromMinutes(1) / DurationScale.Factor;

    [Fact]
    public async Task What_fires_while_Alertmanager_is_killed_is_announced_after_it_is_back_and_so_is_every_end()
    {
        var restart = await DuringAsync(InjectedFault.Errors(HardCasesFixture.First), async before =>
        {
            await NotificationAsync("HighErrorRate", HardCasesFixture.First, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, before);
            var alertmanager = new KilledProcess("alertmanager");
            await alertmanager.BeginAsync(Stack, Cancellation);
            return await DuringAsync(InjectedFault.Errors(HardCasesFixture.Second), during => AnnouncedAfterRestartAsync(alertmanager, during));
        });

        foreach (var model in new[] { HardCasesFixture.First, HardCasesFixture.Second })
            await NotificationAsync("HighErrorRate", model, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Resolved, restart);
    }

    private async Task<DateTimeOffset> AnnouncedAfterRestartAsync(KilledProcess alertmanager, DateTimeOffset during)
    {
        await Eventually.GetAsync<object>("HighErrorRate firing", Bound, async cancellation => await Stack.History.StartAsync(
            "HighErrorRate", new Dictionary<string, string> { ["model_id"] = HardCasesFixture.Second }, during, cancellation), Cancellation);
        var restart = Stack.Time.GetUtcNow();
        await alertmanager.EndAsync(Stack, Cancellation);
        var announced = await Task.WhenAll(Receiver.Channels(Receiver.Paging).Select(channel =>
            NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Paging, channel, NotificationStatus.Firing, restart)));
        AlertTimes.Add(new AlertTime("HighErrorRate, Alertmanager killed", announced.Min(notification => notification.ReceivedAt) - restart, s_resendDelay + Stack.Groups.Wait));
        return restart;
    }
}
