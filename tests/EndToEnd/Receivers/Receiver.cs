using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Receivers;

/// <summary>The receivers of config/alertmanager/alertmanager.yml, and the channels through which each is told.</summary>
internal static class Receiver
{
    public const string Default = "default";
    public const string DeadMansSwitch = "deadmansswitch";
    public const string Paging = "paging";
    public const string Team = "kthena-team";
    public const string Info = "kthena-info";

    public static IReadOnlyList<NotificationChannel> Channels(string receiver) => receiver switch
    {
        Default => [NotificationChannel.Email, NotificationChannel.Webhook],
        DeadMansSwitch => [NotificationChannel.Webhook],
        Paging => [NotificationChannel.PagerDuty, NotificationChannel.Slack, NotificationChannel.Email],
        Team => [NotificationChannel.Slack, NotificationChannel.Webhook],
        Info => [NotificationChannel.Slack],
        _ => throw new ArgumentOutOfRangeException(nameof(receiver), receiver, "no such receiver"),
    };

    /// <summary>Who must be told of an alert, by its labels: the policy that the routes carry out.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, string> labels) => (labels["severity"], labels["service"]) switch
    {
        ("none", _) => [DeadMansSwitch],
        ("critical", "kthena") => [Paging, Team],
        ("warning", "kthena") => [Team],
        ("info", "kthena") => [Info],
        ("critical", _) => [Paging, Default],
        _ => [Default],
    };
}
