using Spectre.Console;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>How bad an alert is, as order and colour.</summary>
internal static class AlertStyle
{
    /// <summary>The worst first; those of which nobody is told last.</summary>
    public static int Rank(ActiveAlert alert) => alert.IsSuppressed ? 4 : alert.Severity switch { "critical" => 0, "warning" => 1, "info" => 3, _ => 2 };

    public static Style Of(ActiveAlert alert) => alert.IsSuppressed ? Color.Grey : alert.Severity switch
    {
        "critical" => Color.Red,
        "info" => Color.Blue,
        _ => Color.Yellow,
    };
}
