using Prometheus;

namespace Kthena.GpuExporter.Collection;

/// <summary>Reads the devices when the metrics are asked for, and not else.</summary>
internal sealed class ScrapeCollection(CollectorRegistry registry, CollectionThread collection, DeviceBoard board) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        registry.AddBeforeCollectCallback(async cancellation => board.Show(await collection.CollectAsync(cancellation)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
