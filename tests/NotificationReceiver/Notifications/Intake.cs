namespace Kthena.NotificationReceiver.Notifications;

/// <summary>What every channel does with what it has read: behave as told, then log and count.</summary>
internal sealed class Intake(
    NotificationLog log, NotificationMetrics metrics, ChannelBehaviours behaviours, TimeProvider time, ILogger<NotificationLog> logger)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Takes the notifications of one message.</summary>
    /// <returns>The HTTP status to refuse it with; null when it is accepted.</returns>
    public async Task<int?> TakeAsync(IReadOnlyList<Notification> notifications, CancellationToken cancellationToken)
    {
        var behaviour = behaviours[notifications[0].Channel];
        try
        {
            if (behaviour.Delay > TimeSpan.Zero)
                await Task.Delay(behaviour.Delay, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Refuse(notifications);
            throw;
        }

        if (behaviour.Status is not null)
            Refuse(notifications);
        else
            Accept(notifications);
        return behaviour.Status;
    }

    private void Accept(IReadOnlyList<Notification> notifications)
    {
        metrics.Accepted(notifications);
        foreach (var notification in notifications)
        {
            log.Add(notification);
            logger.LogInformation("{Status} {AlertName} severity={Severity} {Labels} {Summary} [{Channel} {Receiver}]", notification.Status,
                notification.AlertName, notification.Severity, LabelText.Others(notification.Labels), notification.Summary, notification.Channel.Name(), notification.Receiver);
        }
    }

    private void Refuse(IReadOnlyList<Notification> notifications)
    {
        metrics.Refused(notifications[0].Channel);
        foreach (var notification in notifications)
            log.Add(notification with { Accepted = false });
    }
}
