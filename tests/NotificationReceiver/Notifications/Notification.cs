using Kthena.WebhookReceiver.Alertmanager;

namespace Kthena.WebhookReceiver.Notifications;

/// <summary>One alert as it reached this receiver.</summary>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Receiver">The receiver in Alertmanager's configuration that it was routed to.</param>
/// <param name="Status"><c>firing</c> or <c>resolved</c>.</param>
/// <param name="AlertName">Its label <c>alertname</c>, empty without.</param>
/// <param name="Severity">Its label <c>severity</c>, empty without.</param>
/// <param name="Summary">Its annotation <c>summary</c>, empty without.</param>
/// <param name="Labels">All its labels.</param>
/// <param name="Annotations">All its annotations.</param>
/// <param name="StartsAt">When it began to fire.</param>
/// <param name="EndsAt">When it resolved; null while it fires.</param>
/// <param name="Fingerprint">The hash of its labels.</param>
public sealed record Notification(
    DateTimeOffset ReceivedAt,
    string Receiver,
    string Status,
    string AlertName,
    string Severity,
    string Summary,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset? EndsAt,
    string Fingerprint)
{
    internal static Notification From(WebhookMessage message, WebhookAlert alert, DateTimeOffset receivedAt) => new(
        receivedAt,
        message.Receiver ?? "",
        alert.Status!,
        alert.Labels!.GetValueOrDefault("alertname", ""),
        alert.Labels!.GetValueOrDefault("severity", ""),
        alert.Annotations?.GetValueOrDefault("summary", "") ?? "",
        alert.Labels!,
        alert.Annotations ?? new Dictionary<string, string>(),
        alert.StartsAt,
        alert.Status == WebhookMessageReader.Resolved ? alert.EndsAt : null,
        alert.Fingerprint ?? "");
}
