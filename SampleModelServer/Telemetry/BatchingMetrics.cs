using System.Collections.Frozen;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry.Custom;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>What happens between a request's arrival and its batch. Every series exists for every known model from the start.</summary>
internal sealed class BatchingMetrics
{
    private static readonly double[] s_seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

    private readonly FrozenDictionary<string, BatchingSeries> _series;

    public BatchingMetrics(IMetricFactory factory, CustomMetrics custom, ModelRegistry registry, BatchingOptions options)
    {
        string[] labels = [ModelLabel.Name, "priority"];
        var wait = factory.CreateHistogram(
            "kthena_inference_queue_duration_seconds", "Time from a request's arrival in the queue to its first batch.",
            labels, new HistogramConfiguration { Buckets = s_seconds });
        var rejected = factory.CreateCounter("kthena_inference_rejected_total", "Requests refused because the queue was full.", labels);
        var capacity = factory.CreateGauge("kthena_inference_queue_capacity", "The most requests that may wait for the model.", [ModelLabel.Name]);

        _series = registry.All.ToFrozenDictionary(entry => entry.Id, entry => new BatchingSeries(entry.Id, wait, rejected, custom.BatchEfficiency, options.MaxBatchSize));
        foreach (var entry in registry.All)
            capacity.WithLabels(entry.Id).Set(options.QueueCapacity);
    }

    public BatchingSeries Of(string modelId) => _series[modelId];
}
