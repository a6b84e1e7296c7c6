using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry.Custom;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>What the measurements of the models found. A score is there while the version that it was measured on is loaded.</summary>
internal sealed class AccuracyMetrics
{
    private readonly Lock _lock = new();
    private readonly Counter _evaluations;
    private readonly Gauge? _score;

    public AccuracyMetrics(IMetricFactory factory, CustomMetrics custom, ModelRegistry registry)
    {
        _score = custom.AccuracyScore;
        _evaluations = factory.CreateCounter(
            "kthena_accuracy_evaluations_total",
            "Measurements of a model's accuracy by result: completed, skipped (no room in the queue, or the model was unloaded) or failed.",
            [ModelLabel.Name, "result"]);
        foreach (var entry in registry.All)
        {
            foreach (var result in (string[])["completed", "skipped", "failed"])
                _evaluations.WithLabels(entry.Id, result);
        }
    }

    /// <summary>Publishes a score, unless the model has been unloaded since.</summary>
    public void Evaluated(ModelEntry entry, ModelDescription model, string dataSet, double score)
    {
        _evaluations.WithLabels(entry.Id, "completed").Inc();
        lock (_lock)
        {
            if (ReferenceEquals(entry.Status.Description, model))
                _score?.WithLabels(entry.Id, model.Version, dataSet).Set(score);
        }
    }

    public void Skipped(string modelId) => _evaluations.WithLabels(modelId, "skipped").Inc();

    public void Failed(string modelId) => _evaluations.WithLabels(modelId, "failed").Inc();

    /// <summary>Takes the scores of a model away that is no longer loaded.</summary>
    public void Forget(string modelId)
    {
        lock (_lock)
        {
            foreach (var labels in _score?.GetAllLabelValues().Where(labels => labels[0] == modelId) ?? [])
                _score!.RemoveLabelled(labels);
        }
    }
}
