using Kthena.ServiceDefaults.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kthena.ServiceDefaults.Telemetry;

internal static class OtlpExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // A service names its ActivitySource and Meter after its assembly.
    private const string OwnSources = "Kthena.*";

    /// <summary>Exports traces, metrics and logs when an endpoint is set; otherwise nothing of OpenTelemetry is even loaded.</summary>
    public static void AddOtlpExport(this IHostApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            Export(builder);
    }

    private static void Export(IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .AddSource(builder.Environment.ApplicationName, OwnSources)
                .AddAspNetCoreInstrumentation(aspNetCore => aspNetCore.Filter = IsNoProbe)
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(builder.Environment.ApplicationName, OwnSources)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    private static bool IsNoProbe(HttpContext context) =>
        context.Request.Path.Value is not ("/healthz" or "/readyz" or PrometheusMetrics.Path);
}
