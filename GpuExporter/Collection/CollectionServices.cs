using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Collection;

internal static class CollectionServices
{
    /// <summary>Adds what turns devices into metrics at each scrape, within a bound.</summary>
    public static void AddCollection(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExporterMetrics>();
        builder.Services.AddSingleton<DeviceMetrics>();
        builder.Services.AddSingleton<XidMetrics>();
        builder.Services.AddSingleton<CollectionThread>();
        builder.Services.AddSingleton<DeviceBoard>();
        builder.Services.AddHostedService<ScrapeCollection>();
    }
}
