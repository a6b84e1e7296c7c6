using Kthena.WebhookReceiver.Alertmanager;
using Prometheus;

namespace Kthena.WebhookReceiver.Notifications;

/// <summary>Counts what came.</summary>
internal sealed class NotificationMetrics
{
    private const string Invalid = "invalid";

    private readonly Counter _notifications;
    private readonly Counter _alerts;

    public NotificationMetrics(IMetricFactory metrics)
    {
        _notifications = metrics.CreateCounter("webhook_notifications_total", "Webhook messages that came, by their status; invalid ones were refused.", ["status"]);
        _alerts = metrics.CreateCounter("webhook_alerts_total", "Alerts in the messages that were accepted, by their status.", ["status"]);
        foreach (var status in (string[])[WebhookMessageReader.Firing, WebhookMessageReader.Resolved])
        {
            _notifications.WithLabels(status);
            _alerts.WithLabels(status);
        }

        _notifications.WithLabels(Invalid);
    }

    public void Accepted(WebhookMessage message)
    {
        _notifications.WithLabels(message.Status!).Inc();
        foreach (var alert in message.Alerts!)
            _alerts.WithLabels(alert!.Status!).Inc();
    }

    public void Refused() => _notifications.WithLabels(Invalid).Inc();
}
