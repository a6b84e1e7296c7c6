namespace Kthena.SampleModelServer.Models;

/// <summary>Loads every known model while the server starts; it answers, not ready, in the meantime.</summary>
internal sealed class ModelLoading(ModelRegistry registry, ModelLifecycle lifecycle) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var entry in registry.All)
            await lifecycle.LoadAsync(entry, stoppingToken);
    }
}
