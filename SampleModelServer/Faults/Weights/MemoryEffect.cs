using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>The model takes more memory than it needs.</summary>
internal sealed class MemoryEffect(ModelRegistry registry, ModelLifecycle lifecycle, FaultyBackend backend, ModelMetrics metrics) : IFaultEffect
{
    private long _total;

    public FaultDefinition Definition { get; } =
        new("memory", FaultScope.Model, Value: new FaultValue(Default: 128 << 20, Min: 1, Max: 1L << 40, "bytes"));

    public async Task BeginAsync(ActiveFault fault)
    {
        // Half of the machine's memory, so that the fault stays one of a model and does not become one of the machine.
        var most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        var bytes = (long)fault.Value!.Value;
        if (_total + bytes > most)
            throw new FaultRefusedException($"{bytes} bytes are too many: half of this machine's memory may be taken, and {most - _total} bytes of that are left.");

        await SetAsync(fault, bytes);
        _total += bytes;
    }

    public async Task EndAsync(ActiveFault fault)
    {
        _total -= (long)fault.Value!.Value;
        await SetAsync(fault, 0);
    }

    private Task SetAsync(ActiveFault fault, long bytes)
    {
        var entry = registry.Of(fault);
        return lifecycle.AlterAsync(entry, () =>
        {
            backend.Of(entry).Ballast = bytes;
            if (backend.Apply(entry) is { } takes)
                metrics.MemoryChanged(entry.Id, takes);
        });
    }
}
