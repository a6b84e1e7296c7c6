using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry;
using Prometheus;

namespace Kthena.SampleModelServer.Faults;

/// <summary>Which faults are active. Every series exists at 0 from the start where faults are enabled, and none where they are not.</summary>
internal sealed class FaultMetrics
{
    private readonly Gauge _active;

    public FaultMetrics(IMetricFactory factory, FaultCatalog catalog, ModelRegistry registry)
    {
        _active = factory.CreateGauge(
            "kthena_fault_active", "Injected faults that are active; those that are not about one model have no model_id.", ["fault", ModelLabel.Name]);
        foreach (var definition in catalog.All)
        {
            foreach (var model in definition.Scope == FaultScope.Model ? registry.All.Select(entry => entry.Id) : [""])
                _active.WithLabels(definition.Name, model);
        }
    }

    public void Began(ActiveFault fault) => Of(fault).Inc();

    public void Ended(ActiveFault fault) => Of(fault).Dec();

    private Gauge.Child Of(ActiveFault fault) => _active.WithLabels(fault.Name, fault.Model ?? "");
}
