namespace Kthena.NotificationReceiver.Notifications;

/// <summary>One notification as it reached this receiver. What its channel has no place for is empty.</summary>
public sealed record Notification
{
    private const int MostCharacters = 32 << 10;

    /// <summary>When it came, before any delay of this receiver.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The way it came.</summary>
    public required NotificationChannel Channel { get; init; }

    /// <summary>Whether the sender was told that it arrived; false when the channel was made to fail, or the sender gave up waiting.</summary>
    public bool Accepted { get; init; } = true;

    /// <summary>The receiver in Alertmanager's configuration that it was routed to.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Whom it was sent to: a Slack channel, mail addresses separated by commas.</summary>
    public string Address { get; init; } = "";

    /// <summary><see cref="NotificationStatus.Firing"/> or <see cref="NotificationStatus.Resolved"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Its label <c>alertname</c>.</summary>
    public string AlertName => Labels.GetValueOrDefault("alertname", "");

    /// <summary>Its label <c>severity</c>.</summary>
    public string Severity => Labels.GetValueOrDefault("severity", "");

    /// <summary>The annotation <c>summary</c>, Slack's title, PagerDuty's summary or the mail's subject.</summary>
    public string Summary { get; init => field = Bounded(value); } = "";

    /// <summary>The annotation <c>description</c>, Slack's text, PagerDuty's description or the mail's plain text; its first 32768 characters.</summary>
    public string Text { get; init => field = Bounded(value); } = "";

    /// <summary>The mail's HTML; its first 32768 characters.</summary>
    public string Html { get; init => field = Bounded(value); } = "";

    /// <summary>The labels of the alert, or those that all alerts of the message have in common.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The annotations of the alert.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>PagerDuty's links, URL by text.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>When the alert began to fire.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the alert resolved; null while it fires.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The hash of the alert's labels, or PagerDuty's key of the incident.</summary>
    public string Fingerprint { get; init; } = "";

    private static string Bounded(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}
