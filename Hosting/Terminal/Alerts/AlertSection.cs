using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>The part of the view that is there only while alerts fire: the worst of them, and how many more.</summary>
internal static class AlertSection
{
    /// <summary>More would push the resources off the screen.</summary>
    private const int MaximumAlerts = 6;

    public static IEnumerable<IRenderable> Render(AlertPicture picture, bool isUnicode, int width)
    {
        var firing = picture.Alerts.Where(alert => !alert.IsSuppressed).ToList();
        var lines = firing.Take(MaximumAlerts).Select(alert => (Text: AlertText.Describe(alert, isUnicode), Style: AlertStyle.Of(alert))).ToList();
        if (picture.IsWatchdogMissing) lines.Insert(0, (DeadMansSwitch.MissingText, Color.Red));
        if (Rest(firing.Count, picture.Alerts) is { } rest) lines.Add((rest, Color.Grey));
        return lines.Count == 0 ? [] : [Text.Empty, .. lines.Select(line => new Paragraph(PlainText.Crop(line.Text, width), line.Style))];
    }

    private static string? Rest(int firing, IReadOnlyList<ActiveAlert> alerts)
    {
        var more = firing > MaximumAlerts ? [$"+{firing - MaximumAlerts} more"] : Array.Empty<string>();
        var suppressed = alerts.Where(alert => alert.IsSuppressed).GroupBy(alert => alert.Suppression).Select(same => $"{same.Count()} {same.Key}").Order(StringComparer.Ordinal);
        string[] parts = [.. more, .. suppressed];
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }
}
