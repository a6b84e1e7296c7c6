using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.HardCases;

public sealed class ReceiverTroubleTests(HardCasesFixture fixture) : HardCase(fixture)
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_receiver_that_answers_500_is_told_once_it_recovers()
    {
        Stack.Channels[NotificationChannel.Webhook] = ChannelBehaviour.Failing(500);

        await DuringAsync(InjectedFault.Errors(HardCasesFixture.First), async began =>
        {
            await NotificationAsync("HighErrorRate", HardCasesFixture.First, Receiver.Paging, NotificationChannel.PagerDuty, NotificationStatus.Firing, began);
            await Eventually.IsTrueAsync("A refusal", Bound, _ => Task.FromResult(Stack.Inbox.All.Any(notification =>
                notification is { Accepted: false, AlertName: "HighErrorRate", Channel: NotificationChannel.Webhook } && notification.ReceivedAt > began)), Cancellation);
            Stack.Channels[NotificationChannel.Webhook] = ChannelBehaviour.Normal;
            return await NotificationAsync("HighErrorRate", HardCasesFixture.First, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, began);
        });
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_nobody_else()
    {
        Stack.Channels[NotificationChannel.Slack] = ChannelBehaviour.Slow(s_slow);

        await DuringAsync(InjectedFault.Errors(HardCasesFixture.Second), async began =>
        {
            var slack = NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Team, NotificationChannel.Slack, NotificationStatus.Firing, began);
            await NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Paging, NotificationChannel.PagerDuty, NotificationStatus.Firing, began);
            await NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Paging, NotificationChannel.Email, NotificationStatus.Firing, began);
            await NotificationAsync("HighErrorRate", HardCasesFixture.Second, Receiver.Team, NotificationChannel.Webhook, NotificationStatus.Firing, began);
            Assert.False(slack.IsCompleted);
            return await slack;
        });
    }
}
