using System.Globalization;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>Alerts in one line each.</summary>
internal static class AlertText
{
    public static string Describe(AlertChange change, bool isUnicode) => change.Kind switch
    {
        AlertChangeKind.Resolved => $"{(isUnicode ? "▼" : "-")} {Name(change.Alert)}  resolved after {Duration(change.Lasted ?? default)}",
        AlertChangeKind.Suppressed => $"{Firing(isUnicode)} {Name(change.Alert)}  firing, {change.Alert.Suppression}{Summary(change.Alert)}",
        _ => $"{Firing(isUnicode)} {Name(change.Alert)}  firing{Summary(change.Alert)}  {Receivers(change.Alert, isUnicode)}",
    };

    /// <summary>For the list of those that fire now.</summary>
    public static string Describe(ActiveAlert alert, bool isUnicode)
        => $"{Firing(isUnicode)} {Name(alert)}{Summary(alert)}  {Receivers(alert, isUnicode)}";

    public static string Describe(ArrivedNotification notification, IEnumerable<string> receivers, bool isUnicode)
        => $"{Arrow(isUnicode)} {string.Join("  ", ((string[])[notification.AlertName, notification.Subject]).Where(part => part.Length > 0))}  notified ({notification.Status}): {string.Join(", ", receivers)}";

    /// <summary>E.g. <c>4 m 10 s</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => "less than 1 s",
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Seconds} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes} m {duration.Seconds} s"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Hours} h {duration.Minutes} m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalDays} d {duration.Hours} h"),
    };

    private static string Firing(bool isUnicode) => isUnicode ? "▲" : "!";

    private static string Arrow(bool isUnicode) => isUnicode ? "→" : "->";

    private static string Name(ActiveAlert alert) => string.Join("  ", ((string[])[alert.Name, alert.Severity, alert.Subject]).Where(part => part.Length > 0));

    private static string Summary(ActiveAlert alert) => alert.Summary is { } summary ? $": {summary}" : "";

    private static string Receivers(ActiveAlert alert, bool isUnicode) => $"{Arrow(isUnicode)} {string.Join(", ", alert.Receivers)}";
}
