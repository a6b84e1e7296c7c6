using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Requests;
using Prometheus;

namespace Kthena.TrafficGenerator.Telemetry;

/// <summary>What the traffic's client sees; the server's own metrics say what the server saw.</summary>
internal sealed class TrafficMetrics
{
    private readonly Counter _requests;
    private readonly Histogram _duration;
    private readonly Histogram.Child[] _latency;
    private readonly Counter _texts;
    private readonly Counter _requestBytes;
    private readonly Counter _responseBytes;
    private readonly Counter _retryAfter;
    private readonly Counter _dropped;
    private readonly Gauge _inFlight;
    private readonly Gauge _target;
    private readonly Gauge _models;

    public TrafficMetrics(IMetricFactory metrics)
    {
        var buckets = new HistogramConfiguration { Buckets = LatencyBuckets.Seconds };
        _requests = metrics.CreateCounter(
            "traffic_requests_total", "Requests sent, by HTTP status code, or deadline_exceeded or connection_error where there was none.", ["status"]);
        _duration = metrics.CreateHistogram(
            "traffic_request_duration_seconds", "From sending a request to the end of its answer, or to giving up.", buckets);
        var latency = metrics.CreateHistogram(
            "traffic_request_latency_seconds", "From when a request was due to the end of its answer, or to giving up.", ["priority"], buckets);
        _texts = metrics.CreateCounter("traffic_texts_total", "Texts in the requests sent.");
        _requestBytes = metrics.CreateCounter("traffic_request_bytes_total", "Sizes of the bodies of the requests sent.");
        _responseBytes = metrics.CreateCounter("traffic_response_bytes_total", "Sizes of the bodies of the answers.");
        _retryAfter = metrics.CreateCounter("traffic_retry_after_total", "Answers of status 429 that said when to come back.");
        _dropped = metrics.CreateCounter("traffic_requests_dropped_total", "Requests that were due and not sent.", ["reason"]);
        _inFlight = metrics.CreateGauge("traffic_requests_in_flight", "Requests that wait for their answer.");
        _target = metrics.CreateGauge("traffic_target_requests_per_second", "The rate that is asked for now.");
        _models = metrics.CreateGauge("traffic_models", "Models that get requests: those that the server named last.");

        _latency = [.. Priorities.All.Select(priority => latency.WithLabels(priority.Name()))];
        foreach (var status in RequestStatus.Known)
            _requests.WithLabels(status);
        foreach (var reason in DropReason.All)
            _dropped.WithLabels(reason);
    }

    public void Ended(in RequestOutcome outcome)
    {
        _requests.WithLabels(outcome.Status).Inc();
        _duration.Observe(outcome.FromSend.TotalSeconds);
        _latency[(int)outcome.Request.Priority].Observe(outcome.FromDue.TotalSeconds);
        _texts.Inc(outcome.Request.Texts);
        _requestBytes.Inc(outcome.Request.Body.Length);
        _responseBytes.Inc(outcome.ResponseBytes);
        if (outcome.RetryAfter is not null)
            _retryAfter.Inc();
    }

    public void Dropped(string reason) => _dropped.WithLabels(reason).Inc();

    public void InFlight(int change) => _inFlight.Inc(change);

    public void Models(int count) => _models.Set(count);

    public void Target(double perSecond) => _target.Set(perSecond);
}
