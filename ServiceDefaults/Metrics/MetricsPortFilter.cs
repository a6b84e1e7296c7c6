using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Prometheus;

namespace Kthena.ServiceDefaults.Metrics;

/// <summary>
/// Splits the metrics port from the rest before any other middleware sees the request: it serves <c>/metrics</c> and 404 else.
/// The port of the connection decides, never the Host header, which the caller chooses.
/// </summary>
internal sealed class MetricsPortFilter(MetricsOptions options, CollectorRegistry registry) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.MapWhen(
            context => context.Connection.LocalPort == options.Port,
            branch =>
            {
                branch.UseMetricServer(settings => settings.Registry = registry, PrometheusMetrics.Path);
                branch.Run(context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                });
            });
        next(app);
    };
}
