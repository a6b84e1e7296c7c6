using Kthena.SampleModelServer.Accuracy;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>The model computes with noise on its weights. Predictions from before are forgotten at its beginning and at its end, and the accuracy is measured.</summary>
internal sealed class AccuracyEffect(
    ModelRegistry registry, ModelLifecycle lifecycle, FaultyBackend backend, BatchScheduler scheduler, ModelMetrics metrics, AccuracySchedule? schedule = null) : IFaultEffect
{
    public FaultDefinition Definition { get; } = new(
        "accuracy", FaultScope.Model, Value: new FaultValue(Default: 0.2, Min: 0.01, Max: 10, "standard deviations of the weights"));

    public Task BeginAsync(ActiveFault fault) => SetAsync(fault, fault.Value!.Value);

    public Task EndAsync(ActiveFault fault) => SetAsync(fault, 0);

    private async Task SetAsync(ActiveFault fault, double noise)
    {
        var entry = registry.Of(fault);
        await lifecycle.AlterAsync(entry, () =>
        {
            backend.Of(entry).Noise = noise;
            if (backend.Apply(entry) is not { } takes)
                return;
            scheduler.Of(entry).ForgetPredictions();
            metrics.MemoryChanged(entry.Id, takes);
        });
        schedule?.Measure(entry);
    }
}
