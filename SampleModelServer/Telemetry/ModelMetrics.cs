using Kthena.SampleModelServer.Models;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>What became of the models. Every series but that of the version exists at 0 for every known model from the start.</summary>
internal sealed class ModelMetrics
{
    private static readonly double[] s_seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

    private readonly Histogram _loadDuration;
    private readonly Counter _loadFailures;
    private readonly Gauge _memory;
    private readonly Gauge _status;
    private readonly Gauge _info;

    public ModelMetrics(IMetricFactory factory, ModelRegistry registry)
    {
        string[] labels = [ModelLabel.Name];
        _loadDuration = factory.CreateHistogram(
            "kthena_model_load_duration_seconds", "Time that loads took which succeeded.", labels, new HistogramConfiguration { Buckets = s_seconds });
        _loadFailures = factory.CreateCounter("kthena_model_load_failures_total", "Loads that failed.", labels);
        _memory = factory.CreateGauge("kthena_model_memory_usage_bytes", "Memory that the backend allocated for the model, 0 while it is not loaded.", labels);
        _status = factory.CreateGauge("kthena_model_status", "1 while the model is loaded and answers, otherwise 0.", labels);
        _info = factory.CreateGauge(
            "kthena_model_info", "1 for the version of the model that is loaded, and the model that it derives from; gone while none is.", [ModelLabel.Name, "version", "root"]);

        foreach (var entry in registry.All)
        {
            _loadDuration.WithLabels(entry.Id);
            _loadFailures.WithLabels(entry.Id);
            _memory.WithLabels(entry.Id);
            _status.WithLabels(entry.Id);
        }
    }

    public void Loaded(ModelDescription model, TimeSpan duration, long memoryBytes)
    {
        var modelId = model.Id;
        _info.WithLabels(modelId, model.Version, model.Root).Set(1);
        _loadDuration.WithLabels(modelId).Observe(duration.TotalSeconds);
        _memory.WithLabels(modelId).Set(memoryBytes);
        _status.WithLabels(modelId).Set(1);
    }

    public void LoadFailed(string modelId) => _loadFailures.WithLabels(modelId).Inc();

    /// <summary>What a loaded model takes has changed.</summary>
    public void MemoryChanged(string modelId, long memoryBytes) => _memory.WithLabels(modelId).Set(memoryBytes);

    public void Unloading(string modelId)
    {
        _status.WithLabels(modelId).Set(0);
        foreach (var labels in _info.GetAllLabelValues().Where(labels => labels[0] == modelId))
            _info.RemoveLabelled(labels);
    }

    public void Unloaded(string modelId) => _memory.WithLabels(modelId).Set(0);
}
