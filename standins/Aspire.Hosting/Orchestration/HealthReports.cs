using System.Collections.Immutable;

namespace Aspire.Hosting.Orchestration;

internal static class HealthReports
{
    /// <summary>One report without a status per check: a running resource is unhealthy until its checks have passed.</summary>
    public static ImmutableArray<HealthReportSnapshot> Initial(IResource resource) =>
        resource.TryGetAnnotationsIncludingAncestorsOfType<HealthCheckAnnotation>(out var checks)
            ? [.. checks.Select(c => c.Key).Distinct().Select(key => new HealthReportSnapshot(key, null, null, null))]
            : [];
}
