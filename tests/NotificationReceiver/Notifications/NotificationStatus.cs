using System.Text.RegularExpressions;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>Alertmanager's two states of an alert or a group, and how titles tell them: <c>[FIRING:2] …</c>, <c>[RESOLVED] …</c>.</summary>
public static partial class NotificationStatus
{
    /// <summary>At least one alert fires.</summary>
    public const string Firing = "firing";

    /// <summary>None fires any more.</summary>
    public const string Resolved = "resolved";

    internal static string OfTitle(string title) => Marker().Match(title).Groups["status"].Value switch
    {
        "FIRING" => Firing,
        "RESOLVED" => Resolved,
        _ => "",
    };

    [GeneratedRegex(@"\[(?<status>FIRING|RESOLVED)\b")]
    private static partial Regex Marker();
}
