using System.Collections.Frozen;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Batching;

/// <summary>A batcher for each known model.</summary>
internal sealed class BatchScheduler(ModelRegistry registry, BatchingOptions options, BatchWorkers workers, BatchingMetrics metrics, TimeProvider time)
{
    private readonly FrozenDictionary<string, ModelBatcher> _batchers = registry.All.ToFrozenDictionary(
        entry => entry.Id, entry => new ModelBatcher(entry.Id, options, workers, metrics.Of(entry.Id), time));

    public ModelBatcher Of(ModelEntry entry) => _batchers[entry.Id];
}
