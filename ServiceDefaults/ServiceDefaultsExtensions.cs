using Kthena.ServiceDefaults.Health;
using Kthena.ServiceDefaults.Http;
using Kthena.ServiceDefaults.Logging;
using Kthena.ServiceDefaults.Metrics;
using Kthena.ServiceDefaults.Shutdown;
using Kthena.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of the graph has in common, in two calls.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds JSON logs, Prometheus metrics, OpenTelemetry export, health checks, a draining shutdown, service discovery and
    /// resilient HTTP clients.
    /// </summary>
    /// <remarks>
    /// Configuration:
    /// <list type="bullet">
    /// <item><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: traces, metrics and logs go there; nothing is exported when it is unset.</item>
    /// <item><c>Metrics:Port</c>, <c>Metrics:Host</c>: see <see cref="MetricsOptions"/>.</item>
    /// <item><c>Shutdown:ReadinessDelay</c>, <c>Shutdown:Timeout</c>: see <see cref="ShutdownOptions"/>.</item>
    /// </list>
    /// Call it before addresses are taken from the configuration, that is before <c>builder.Build()</c>.
    /// </remarks>
    /// <typeparam name="TBuilder">The kind of builder, a <see cref="WebApplicationBuilder"/> as a rule.</typeparam>
    /// <param name="builder">The builder of the service.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddJsonLogs();
        builder.AddPrometheusMetrics();
        builder.AddOtlpExport();
        builder.AddDrainingShutdown();
        builder.AddHealth();
        builder.AddHttpClientDefaults();
        return builder;
    }

    /// <summary>
    /// Maps <c>/healthz</c> (live: the process answers), <c>/readyz</c> (ready: every check tagged
    /// <see cref="HealthTags.Ready"/> passes and the service is not draining) and, unless <c>Metrics:Port</c> gives it a port of its
    /// own, <c>/metrics</c>.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapHealth();
        app.MapPrometheusMetrics();
        return app;
    }
}
