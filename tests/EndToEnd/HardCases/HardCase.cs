using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.EndToEnd.Tests.Timeline;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.HardCases;

/// <summary>What the hard cases have in common.</summary>
[Collection("HardCases")]
public abstract class HardCase(HardCasesFixture fixture) : IAsyncLifetime
{
    /// <summary>Longer than anything here takes that is not lost.</summary>
    protected static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    internal AlertingStack Stack => fixture.Stack;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Stack.IsQuietAsync(Cancellation);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var channel in Enum.GetValues<NotificationChannel>()) Stack.Channels[channel] = ChannelBehaviour.Normal;
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs something while a fault is there.</summary>
    private protected async Task<T> DuringAsync<T>(IFault fault, Func<DateTimeOffset, Task<T>> action)
    {
        var began = await fault.BeginAsync(Stack, Cancellation);
        try
        {
            return await action(began);
        }
        finally
        {
            await fault.EndAsync(Stack, CancellationToken.None);
        }
    }

    /// <summary>Waits for an announcement of an alert of a model at one of its receivers' channels.</summary>
    private protected Task<Notification> NotificationAsync(
        string alert, string model, string receiver, NotificationChannel channel, string status, DateTimeOffset since)
        => Stack.Inbox.FirstAsync(new Awaited(alert, new Dictionary<string, string> { ["model_id"] = model }, "", receiver, channel, status, since), Bound, Cancellation);

    /// <summary>Waits for an announcement at all receivers of what Prometheus has seen already, measured from a moment.</summary>
    /// <param name="expectation">The alert.</param>
    /// <param name="name">What the table says after the alert's name.</param>
    /// <param name="since">When Prometheus could begin.</param>
    /// <param name="notBefore">How much later the announcement could be sent at all.</param>
    private protected async Task<Announcement> AnnouncedAsync(AlertExpectation expectation, string name, DateTimeOffset since, TimeSpan notBefore)
    {
        var announcement = await expectation.SeenAlready().AnnouncedAsync(Stack, since, Fill.None, Cancellation);
        var (alert, floor) = (announcement.Time.Alert, announcement.Time.Floor);
        AlertTimes.Add(announcement.Time with { Alert = $"{alert}, {name}", Floor = floor > notBefore ? floor : notBefore + Stack.Groups.Wait });
        return announcement;
    }
}

/// <summary>The hard cases run one after another.</summary>
[CollectionDefinition("HardCases")]
public sealed class HardCasesGroup : ICollectionFixture<HardCasesFixture>;
