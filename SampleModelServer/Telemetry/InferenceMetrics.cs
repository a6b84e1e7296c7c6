using System.Collections.Frozen;
using Kthena.SampleModelServer.Models;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>
/// What requests for inference did. Every <c>POST /classify</c> counts once, in all families, when its answer is decided. The label
/// <c>status</c> is the HTTP status code and the one source of truth; an error is a status of 500 or above. Requests whose model is not
/// known, or not yet, have the <c>model_id</c> <c>_unknown_</c>. Every series exists at 0 from the start, so that a first failure is a
/// change of a counter and not a new one, which <c>rate()</c> would miss.
/// </summary>
internal sealed class InferenceMetrics
{
    // 499 is the client that left before its answer.
    private static readonly int[] s_modelStatuses = [200, 400, 429, 499, 500, 503, 504];
    private static readonly int[] s_unknownStatuses = [400, 404, 408, 413, 415, 429, 499, 500];

    // Fine where a small model answers, and with every threshold of objectives and alerts (1, 2, 5 s) as a bucket of its own.
    private static readonly double[] s_seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];
    private static readonly double[] s_bytes = [64, 256, 1024, 4096, 16384, 65536, 262144, 1048576];

    private readonly Counter _requests;
    private readonly FrozenDictionary<string, Series> _series;

    public InferenceMetrics(IMetricFactory factory, ModelRegistry registry)
    {
        string[] model = [ModelLabel.Name];
        _requests = factory.CreateCounter(
            "kthena_inference_requests_total", "Requests for inference by HTTP status code.", [ModelLabel.Name, "status"]);
        var errors = factory.CreateCounter("kthena_inference_errors_total", "Requests for inference with a status of 500 or above.", model);
        var duration = Histogram(
            "kthena_inference_duration_seconds", "Time from the request's headers to its answer, which is then sent.", s_seconds);
        var requestSize = Histogram("kthena_inference_request_size_bytes", "Size of the request's body.", s_bytes);
        var responseSize = Histogram("kthena_inference_response_size_bytes", "Size of the answer's body.", s_bytes);

        _series = registry.All.Select(entry => entry.Id).Append(ModelLabel.Unknown).ToFrozenDictionary(
            id => id,
            id => new Series(errors.WithLabels(id), duration.WithLabels(id), requestSize.WithLabels(id), responseSize.WithLabels(id)));
        foreach (var id in _series.Keys)
        {
            foreach (var status in id == ModelLabel.Unknown ? s_unknownStatuses : s_modelStatuses)
                _requests.WithLabels(id, StatusLabel.Of(status));
        }

        Histogram Histogram(string name, string help, double[] buckets) =>
            factory.CreateHistogram(name, help, model, new HistogramConfiguration { Buckets = buckets });
    }

    /// <param name="modelId">A known model's id or <see cref="ModelLabel.Unknown"/>.</param>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="requestBytes">The size of the request's body.</param>
    /// <param name="responseBytes">The size of the answer's body.</param>
    public void Record(string modelId, int status, TimeSpan duration, long requestBytes, long responseBytes)
    {
        var series = _series[modelId];
        _requests.WithLabels(modelId, StatusLabel.Of(status)).Inc();
        if (status >= StatusCodes.Status500InternalServerError)
            series.Errors.Inc();
        series.Duration.Observe(duration.TotalSeconds);
        series.RequestSize.Observe(requestBytes);
        series.ResponseSize.Observe(responseBytes);
    }

    private sealed record Series(ICounter Errors, IHistogram Duration, IHistogram RequestSize, IHistogram ResponseSize);
}
