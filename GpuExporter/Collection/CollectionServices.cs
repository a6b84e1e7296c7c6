using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Collection;

internal static class CollectionServices
{
    /// <summary>Adds what turns the devices of a source into metrics at each scrape, within a bound.</summary>
    public static void AddCollection<TSource>(this IHostApplicationBuilder builder) where TSource : IDeviceSource
    {
        builder.Services.AddSingleton<ExporterMetrics>();
        builder.Services.AddSingleton<DeviceMetrics>();
        builder.Services.AddSingleton<XidMetrics>();
        builder.Services.AddSingleton(typeof(IDeviceSource), typeof(TSource));
        builder.Services.AddSingleton<CollectionThread>();
        builder.Services.AddSingleton<DeviceBoard>();
        builder.Services.AddHostedService<ScrapeCollection>();
    }
}
