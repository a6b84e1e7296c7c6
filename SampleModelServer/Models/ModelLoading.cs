namespace Kthena.SampleModelServer.Models;

/// <summary>Loads every known model while the server starts; it answers, not ready, in the meantime.</summary>
internal sealed class ModelLoading(ModelRegistry registry, ModelLoader loader) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            foreach (var entry in registry.All)
            {
                stoppingToken.ThrowIfCancellationRequested();
                loader.Load(entry);
            }
        },
        stoppingToken);
}
