namespace Kthena.NotificationReceiver.Channels.Webhook;

/// <summary>
/// The body that Alertmanager posts to a webhook, version 4
/// (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config).
/// </summary>
/// <param name="Version">The version of this form: 4.</param>
/// <param name="GroupKey">What the alerts were grouped by.</param>
/// <param name="Status"><c>firing</c> while any alert of the group fires, else <c>resolved</c>.</param>
/// <param name="Receiver">The receiver's name in Alertmanager's configuration.</param>
/// <param name="Alerts">The alerts of the group.</param>
internal sealed record WebhookMessage(string? Version, string? GroupKey, string? Status, string? Receiver, IReadOnlyList<WebhookAlert?>? Alerts);
