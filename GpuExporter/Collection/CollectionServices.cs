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
        // The source is the thread's alone: the container would close it while the thread hangs in it, which unmaps the driver's code under the thread.
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<CollectionThread>(services, ActivatorUtilities.CreateInstance<TSource>(services)));
        builder.Services.AddSingleton<DeviceBoard>();
        builder.Services.AddHostedService<ScrapeCollection>();
    }
}
