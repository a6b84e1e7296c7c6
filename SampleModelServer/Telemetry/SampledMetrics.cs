using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry.Custom;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>What is read from the server's state when the metrics are read, rather than written at each change.</summary>
internal sealed class SampledMetrics
{
    private readonly List<(IGauge Depth, ModelBatcher Batcher, RequestPriority Priority)> _depths = [];
    private readonly Counter.Child _busy;
    private readonly BusyClock _clock;
    private readonly CacheMetrics _cache;

    public SampledMetrics(
        IMetricFactory factory, CustomMetrics custom, ModelRegistry registry, BatchScheduler scheduler, IInferenceBackend backend, BusyClock clock, CacheMetrics cache)
    {
        _clock = clock;
        _cache = cache;
        _busy = factory.CreateCounter(
            "kthena_backend_busy_seconds_total", "Time during which the backend computed at least one batch.", ["backend"]).WithLabels(backend.Name);
        if (custom.QueueDepth is not { } depth)
            return;

        foreach (var entry in registry.All)
        {
            foreach (var priority in RequestPriorities.All)
                _depths.Add((depth.WithLabels(entry.Id, priority.Name()), scheduler.Of(entry), priority));
        }
    }

    public void Read()
    {
        foreach (var (depth, batcher, priority) in _depths)
            depth.Set(batcher.Waiting(priority));
        _busy.IncTo(_clock.Total.TotalSeconds);
        _cache.Refresh();
    }
}
