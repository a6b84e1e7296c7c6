using Aspire.Hosting.Terminal.Alerts;

namespace Aspire.Hosting.Tests.Terminal;

internal static class FiringAlerts
{
    public static ActiveAlert Alert(string name, string? suppression = null, string severity = "critical") => new(
        name, name, severity, "lande-t50", "It fails", Snapshots.Start, Snapshots.Start.AddMinutes(4), suppression is null ? ["paging"] : [], suppression);
}
