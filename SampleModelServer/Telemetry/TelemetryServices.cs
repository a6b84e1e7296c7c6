namespace Kthena.SampleModelServer.Telemetry;

internal static class TelemetryServices
{
    public static void AddServerMetrics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InferenceMetrics>();
        builder.Services.AddSingleton<ModelMetrics>();
    }
}
