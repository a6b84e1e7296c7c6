using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>The model is unloaded, and cannot be loaded again: its file comes corrupt. At the end it is loaded from the good one.</summary>
internal sealed class LoadFailureEffect(ModelRegistry registry, ModelLifecycle lifecycle, FaultyBackend backend) : IFaultEffect
{
    public FaultDefinition Definition { get; } = new("load-failure", FaultScope.Model);

    public async Task BeginAsync(ActiveFault fault)
    {
        var entry = registry.Of(fault);
        if (entry.Status.State == ModelState.Unloaded)
            throw new FaultRefusedException($"The model '{entry.Id}' was unloaded on request: load it first.");

        await lifecycle.AlterAsync(entry, () => backend.Of(entry).IsCorrupt = true);
        await lifecycle.UnloadAsync(entry, CancellationToken.None);
        await lifecycle.LoadAsync(entry, CancellationToken.None);
    }

    public async Task EndAsync(ActiveFault fault)
    {
        var entry = registry.Of(fault);
        await lifecycle.AlterAsync(entry, () => backend.Of(entry).IsCorrupt = false);
        // One that was unloaded on request since is not wanted.
        if (entry.Status.State == ModelState.Failed)
            await lifecycle.LoadAsync(entry, CancellationToken.None);
    }
}
