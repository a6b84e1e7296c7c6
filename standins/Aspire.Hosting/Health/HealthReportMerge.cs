using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

internal static class HealthReportMerge
{
    /// <summary>The snapshot's reports with what was just found; the order stays.</summary>
    public static ImmutableArray<HealthReportSnapshot> Apply(ImmutableArray<HealthReportSnapshot> reports, HealthReport report, DateTime now)
    {
        var names = reports.Select(r => r.Name).Union(report.Entries.Keys);
        return [.. names.Select(name => report.Entries.TryGetValue(name, out var entry)
            ? new(name, entry.Status, entry.Description, entry.Exception?.ToString()) { LastRunAt = now }
            : reports.First(r => r.Name == name))];
    }
}
