using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>Says of a resource that it logs each notification which reaches it.</summary>
internal sealed record NotificationLogAnnotation : IResourceAnnotation;

/// <summary>Follows the logs of the graph's receivers.</summary>
internal sealed class NotificationLog(DistributedApplicationModel model, ResourceLoggerService logs)
{
    private const int Capacity = 1000;

    private readonly Channel<ArrivedNotification> _arrived = Channel.CreateBounded<ArrivedNotification>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>What has come since the last call.</summary>
    public IReadOnlyList<ArrivedNotification> Take()
    {
        var taken = new List<ArrivedNotification>();
        while (taken.Count < Capacity && _arrived.Reader.TryRead(out var notification)) taken.Add(notification);
        return taken;
    }

    /// <summary>Reads until it is cancelled.</summary>
    public Task FollowAsync(CancellationToken cancellationToken)
        => Task.WhenAll(model.Resources.Where(resource => resource.HasAnnotationOfType<NotificationLogAnnotation>())
            .Select(resource => FollowAsync(resource, cancellationToken)));

    private async Task FollowAsync(IResource receiver, CancellationToken cancellationToken)
    {
        await foreach (var lines in logs.WatchAsync(receiver).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var line in lines)
                if (ArrivedNotification.Find(line.Content) is { } notification && notification.AlertName != DeadMansSwitch.AlertName)
                    _arrived.Writer.TryWrite(notification with { Receiver = notification.Receiver ?? receiver.Name });
        }
    }
}
