namespace Kthena.WebhookReceiver.Notifications;

/// <summary>The latest notifications, in the order in which they came; older ones make room.</summary>
internal sealed class NotificationLog
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<Notification> _notifications = new();

    public void Add(Notification notification)
    {
        lock (_lock)
        {
            if (_notifications.Count == Capacity)
                _notifications.Dequeue();
            _notifications.Enqueue(notification);
        }
    }

    /// <summary>Those with this alert name and status, the newest last; a filter that is null lets all through.</summary>
    public IReadOnlyList<Notification> Find(string? alertName, string? status)
    {
        lock (_lock)
            return [.. _notifications.Where(n => (alertName ?? n.AlertName) == n.AlertName && (status ?? n.Status) == n.Status)];
    }

    public void Clear()
    {
        lock (_lock)
            _notifications.Clear();
    }
}
