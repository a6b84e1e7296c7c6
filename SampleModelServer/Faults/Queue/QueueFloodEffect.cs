using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Faults.Queue;

/// <summary>
/// The model's queue is kept full with requests of normal priority, and moves slowly: it is served in small batches with pauses, so that neither the
/// processors nor the workers, which other models need, are what the flood takes.
/// </summary>
internal sealed class QueueFloodEffect(
    ModelRegistry registry, BatchScheduler scheduler, InferencePipeline pipeline, BatchingOptions batching, TimeProvider time) : IFaultEffect
{
    // A full queue is served within 32 batches, 1.6 s: well before any request's deadline.
    private const int BatchesForAll = 32;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<string, Flood> _floods = [];

    public FaultDefinition Definition { get; } =
        new("queue-flood", FaultScope.Model, Value: new FaultValue(Default: 1.2, Min: 0.01, Max: 2, "requests, in the queue's capacity (it refuses what is above 90 %, as of anyone)"));

    public Task BeginAsync(ActiveFault fault)
    {
        var entry = registry.Of(fault);
        var batcher = scheduler.Of(entry);
        batcher.KeepPace(new BatchPace(s_pause, Math.Max(1, batching.QueueCapacity / BatchesForAll), time));
        _floods.Add(entry.Id, new Flood(entry, batcher, pipeline, Math.Max(1, (int)(fault.Value!.Value * batching.QueueCapacity)), time));
        return Task.CompletedTask;
    }

    public async Task EndAsync(ActiveFault fault)
    {
        var entry = registry.Of(fault);
        if (_floods.Remove(entry.Id, out var flood))
            await flood.DisposeAsync();
        scheduler.Of(entry).KeepPace(null);
    }
}
