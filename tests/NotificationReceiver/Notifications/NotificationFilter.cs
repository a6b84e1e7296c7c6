namespace Kthena.NotificationReceiver.Notifications;

/// <summary>Which notifications are wanted: those for which everything holds that is not null.</summary>
public sealed record NotificationFilter
{
    /// <summary>The name of the alert.</summary>
    public string? AlertName { get; init; }

    /// <summary><see cref="NotificationStatus.Firing"/> or <see cref="NotificationStatus.Resolved"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The way it came.</summary>
    public NotificationChannel? Channel { get; init; }

    /// <summary>The receiver in Alertmanager's configuration.</summary>
    public string? Receiver { get; init; }

    /// <summary>The label <c>model_id</c>.</summary>
    public string? ModelId { get; init; }

    /// <summary>Only what came after this moment.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>By default only what was accepted; false: what was refused; null: both.</summary>
    public bool? Accepted { get; init; } = true;

    /// <summary>Whether a notification is wanted.</summary>
    public bool Matches(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return (AlertName ?? notification.AlertName) == notification.AlertName
            && (Status ?? notification.Status) == notification.Status
            && (Channel ?? notification.Channel) == notification.Channel
            && (Receiver ?? notification.Receiver) == notification.Receiver
            && (ModelId is null || notification.Labels.GetValueOrDefault("model_id") == ModelId)
            && (After is null || notification.ReceivedAt > After)
            && (Accepted ?? notification.Accepted) == notification.Accepted;
    }
}
