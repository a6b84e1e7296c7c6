using Prometheus;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>Counts what came.</summary>
internal sealed class NotificationMetrics
{
    private const string RefusedStatus = "refused";

    private readonly Counter _messages;
    private readonly Counter _alerts;

    public NotificationMetrics(IMetricFactory metrics)
    {
        _messages = metrics.CreateCounter(
            "notification_messages_total", "Messages that came, by their channel and status; refused ones were invalid or not wanted.", ["channel", "status"]);
        _alerts = metrics.CreateCounter("notification_alerts_total", "Alerts in the webhook messages that were accepted, by their status.", ["status"]);
        foreach (var status in (string[])[NotificationStatus.Firing, NotificationStatus.Resolved])
        {
            _alerts.WithLabels(status);
            foreach (var channel in Enum.GetValues<NotificationChannel>())
                _messages.WithLabels(channel.Name(), status);
        }

        foreach (var channel in Enum.GetValues<NotificationChannel>())
            _messages.WithLabels(channel.Name(), RefusedStatus);
    }

    /// <summary>Counts a message by its alerts: it fires while one of them does.</summary>
    public void Accepted(IReadOnlyList<Notification> notifications)
    {
        var fires = notifications.Any(notification => notification.Status == NotificationStatus.Firing);
        _messages.WithLabels(notifications[0].Channel.Name(), fires ? NotificationStatus.Firing : NotificationStatus.Resolved).Inc();
        foreach (var notification in notifications.Where(notification => notification.Channel == NotificationChannel.Webhook))
            _alerts.WithLabels(notification.Status).Inc();
    }

    public void Refused(NotificationChannel channel) => _messages.WithLabels(channel.Name(), RefusedStatus).Inc();
}
