using System.Collections.Concurrent;
using Kthena.NotificationReceiver;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Receivers;

/// <summary>All that came to the receivers of one run, from its start on.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private readonly ReceiverHost _host;
    private readonly ConcurrentQueue<Notification> _all = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _collecting;

    public Inbox(ReceiverHost host)
    {
        _host = host;
        _collecting = CollectAsync();
    }

    /// <summary>Everything, refused notifications too, in the order in which it was answered.</summary>
    public IReadOnlyList<Notification> All => [.. _all];

    /// <summary>Whether the end of everything that was announced, but for some alerts, has been announced too.</summary>
    public bool IsSettled(IReadOnlyCollection<string> except) => _all
        .Where(notification => notification is { Accepted: true, Channel: NotificationChannel.Webhook, AlertName: not "Watchdog" } && !except.Contains(notification.AlertName))
        .GroupBy(notification => (notification.Receiver, notification.Fingerprint))
        .All(alert => alert.Last().Status == NotificationStatus.Resolved);

    /// <exception cref="TimeoutException">It did not come within the bound.</exception>
    public async Task<Notification> FirstAsync(Awaited awaited, TimeSpan bound, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(bound);
        try
        {
            await foreach (var notification in _host.Log.ReadAllAsync(awaited.Filter, timeout.Token))
            {
                if (awaited.Is(notification)) return notification;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // said below, with what came instead
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new TimeoutException($"{awaited} did not come within {bound.TotalSeconds:0.0} s.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _collecting;
        _stop.Dispose();
    }

    private async Task CollectAsync()
    {
        try
        {
            await foreach (var notification in _host.Log.ReadAllAsync(new NotificationFilter { Accepted = null }, _stop.Token)) _all.Enqueue(notification);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // the run is over
        }
    }
}
