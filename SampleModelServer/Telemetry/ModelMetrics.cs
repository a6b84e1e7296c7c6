using Kthena.SampleModelServer.Models;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>What became of the models. Every series exists at 0 for every known model from the start.</summary>
internal sealed class ModelMetrics
{
    private static readonly double[] s_seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

    private readonly Histogram _loadDuration;
    private readonly Counter _loadFailures;
    private readonly Gauge _memory;
    private readonly Gauge _status;

    public ModelMetrics(IMetricFactory factory, ModelRegistry registry)
    {
        string[] labels = [ModelLabel.Name];
        _loadDuration = factory.CreateHistogram(
            "kthena_model_load_duration_seconds", "Time that loads took which succeeded.", labels, new HistogramConfiguration { Buckets = s_seconds });
        _loadFailures = factory.CreateCounter("kthena_model_load_failures_total", "Loads that failed.", labels);
        _memory = factory.CreateGauge("kthena_model_memory_usage_bytes", "Memory that the backend allocated for the model, 0 while it is not loaded.", labels);
        _status = factory.CreateGauge("kthena_model_status", "1 while the model is loaded and answers, otherwise 0.", labels);

        foreach (var entry in registry.All)
        {
            _loadDuration.WithLabels(entry.Id);
            _loadFailures.WithLabels(entry.Id);
            _memory.WithLabels(entry.Id);
            _status.WithLabels(entry.Id);
        }
    }

    public void Loaded(string modelId, TimeSpan duration, long memoryBytes)
    {
        _loadDuration.WithLabels(modelId).Observe(duration.TotalSeconds);
        _memory.WithLabels(modelId).Set(memoryBytes);
        _status.WithLabels(modelId).Set(1);
    }

    public void LoadFailed(string modelId) => _loadFailures.WithLabels(modelId).Inc();

    public void Unloading(string modelId) => _status.WithLabels(modelId).Set(0);

    public void Unloaded(string modelId) => _memory.WithLabels(modelId).Set(0);
}
