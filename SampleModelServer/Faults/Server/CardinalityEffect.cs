using System.Globalization;
using Prometheus;

namespace Kthena.SampleModelServer.Faults.Server;

/// <summary>A metric whose label has a new value for everything, as when somebody puts an id of requests into one.</summary>
internal sealed class CardinalityEffect(IMetricFactory factory) : IFaultEffect
{
    private readonly Gauge _series = factory.CreateGauge("kthena_fault_cardinality", "Series without a meaning, which the fault 'cardinality' makes.", ["label"]);

    public FaultDefinition Definition { get; } = new("cardinality", FaultScope.Server, Value: new FaultValue(Default: 12_000, Min: 1, Max: 100_000, "series"));

    public Task BeginAsync(ActiveFault fault)
    {
        for (var number = 0; number < fault.Value; number++)
            _series.WithLabels(number.ToString(CultureInfo.InvariantCulture)).Set(1);
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault)
    {
        foreach (var labels in _series.GetAllLabelValues().ToList())
            _series.RemoveLabelled(labels);
        return Task.CompletedTask;
    }
}
