using System.Text.Json.Serialization;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>The way that a notification came.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationChannel>))]
public enum NotificationChannel
{
    /// <summary>Alertmanager's own webhook: one notification for each alert of a message.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>A Slack incoming webhook: one notification for each message, as in all that follow.</summary>
    [JsonStringEnumMemberName("slack")]
    Slack,

    /// <summary>PagerDuty's Events API v2.</summary>
    [JsonStringEnumMemberName("pagerduty")]
    PagerDuty,

    /// <summary>SMTP.</summary>
    [JsonStringEnumMemberName("email")]
    Email,
}

internal static class NotificationChannelNames
{
    /// <summary>As it is written in JSON, logs and metrics.</summary>
    public static string Name(this NotificationChannel channel) => channel switch
    {
        NotificationChannel.Webhook => "webhook",
        NotificationChannel.Slack => "slack",
        NotificationChannel.PagerDuty => "pagerduty",
        _ => "email",
    };
}
