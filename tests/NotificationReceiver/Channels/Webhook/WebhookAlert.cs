namespace Kthena.NotificationReceiver.Channels.Webhook;

/// <summary>One alert of a <see cref="WebhookMessage"/>.</summary>
/// <param name="Status"><c>firing</c> or <c>resolved</c>.</param>
/// <param name="Labels">What the alert is about.</param>
/// <param name="Annotations">What is said about it, such as <c>summary</c>.</param>
/// <param name="StartsAt">When it began to fire.</param>
/// <param name="EndsAt">When it resolved; year 1 while it fires.</param>
/// <param name="Fingerprint">The hash of its labels.</param>
internal sealed record WebhookAlert(
    string? Status,
    IReadOnlyDictionary<string, string>? Labels,
    IReadOnlyDictionary<string, string>? Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string? Fingerprint);
