using Kthena.Slo.Specs;

namespace Kthena.Slo.Windows;

/// <summary>
/// The windows and burn rates for a period of 30 days that the Site Reliability Workbook recommends
/// (https://sre.google/workbook/alerting-on-slos/, "Multiwindow, Multi-Burn-Rate Alerts") and Sloth uses by default.
/// </summary>
public static class BurnRateWindows
{
    /// <summary>The period in days.</summary>
    public const int PeriodDays = 30;

    /// <summary>The window of the whole period.</summary>
    public const string Period = "30d";

    /// <summary>The window of what is current.</summary>
    public const string Current = "5m";

    /// <summary>The four pairs, the fastest first.</summary>
    public static IReadOnlyList<WindowPair> Month { get; } =
    [
        new(Urgency.Page, 14.4m, "5m", "1h"),
        new(Urgency.Page, 6m, "30m", "6h"),
        new(Urgency.Ticket, 3m, "2h", "1d"),
        new(Urgency.Ticket, 1m, "6h", "3d"),
    ];

    /// <summary>Every window of the pairs, the shortest first.</summary>
    public static IReadOnlyList<string> All { get; } = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"];
}
