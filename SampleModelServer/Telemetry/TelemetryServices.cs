using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

internal static class TelemetryServices
{
    public static void AddServerMetrics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InferenceMetrics>();
        builder.Services.AddSingleton<ModelMetrics>();
        builder.Services.AddSingleton<BatchingMetrics>();
        builder.Services.AddSingleton<CacheMetrics>();
        builder.Services.AddSingleton<AccuracyMetrics>();
        builder.Services.AddSingleton<BusyClock>();
        builder.Services.AddSingleton<SampledMetrics>();
    }

    /// <summary>Reads what is only read with the metrics, from now on.</summary>
    public static void UseSampledMetrics(this WebApplication app)
    {
        var sampled = app.Services.GetRequiredService<SampledMetrics>();
        app.Services.GetRequiredService<CollectorRegistry>().AddBeforeCollectCallback(sampled.Read);
    }
}
