using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.HardCases;

public sealed class AlertmanagerKilledTests(HardCasesFixture fixture) : HardCase(fixture)
{
    protected override string Name => "Alertmanager killed";

    [Fact]
    public async Task What_fires_while_Alertmanager_is_killed_is_announced_after_it_is_back_and_so_is_every_end()
    {
        var before = await InjectedFault.Errors(HardCasesFixture.First).BeginAsync(Stack, Cancellation);
        await NotificationAsync("HighErrorRate", HardCasesFixture.First, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, before);

        var alertmanager = new KilledProcess("alertmanager");
        await alertmanager.BeginAsync(Stack, Cancellation);
        var during = await InjectedFault.Errors(HardCasesFixture.Second).BeginAsync(Stack, Cancellation);
        await Eventually.GetAsync<object>("HighErrorRate firing", Bound, async cancellation => await Stack.History.StartAsync(
            "HighErrorRate", new Dictionary<string, string> { ["model_id"] = HardCasesFixture.Second }, during, cancellation), Cancellation);
        var restart = Stack.Time.GetUtcNow();
        await alertmanager.EndAsync(Stack, Cancellation);
        await Task.WhenAll(Receiver.Channels(Receiver.Paging).Select(channel =>
            NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Paging, channel, NotificationStatus.Firing, restart)));

        await InjectedFault.Errors(HardCasesFixture.First).EndAsync(Stack, Cancellation);
        await InjectedFault.Errors(HardCasesFixture.Second).EndAsync(Stack, Cancellation);
        foreach (var model in new[] { HardCasesFixture.First, HardCasesFixture.Second })
            await NotificationAsync("HighErrorRate", model, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Resolved, restart);
    }
}
