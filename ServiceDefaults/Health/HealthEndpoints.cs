using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Kthena.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    public static void AddHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DrainingCheck>("draining", tags: [HealthTags.Ready]);

    public static void MapHealth(this WebApplication app)
    {
        // Live asks no check: that the process answers is the answer, and what a restart would not mend must not cause one.
        app.MapHealthChecks("/healthz", Options(_ => false)).ShortCircuit();
        app.MapHealthChecks("/readyz", Options(check => check.Tags.Contains(HealthTags.Ready))).ShortCircuit();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = HealthReportWriter.WriteAsync,
    };
}
