using Prometheus;

namespace Kthena.TrafficGenerator.Telemetry;

/// <summary>What the traffic's client sees; the server's own metrics say what the server saw.</summary>
internal sealed class TrafficMetrics
{
    /// <summary>Instead of a status code: no answer before the deadline.</summary>
    public const string DeadlineExceeded = "deadline_exceeded";

    /// <summary>Instead of a status code: no connection, or one that broke.</summary>
    public const string ConnectionError = "connection_error";

    /// <summary>Why a request was not sent: too many were in flight.</summary>
    public const string InFlightLimit = "in_flight_limit";

    /// <summary>Why a request was not sent: its time had passed long before this process ran again.</summary>
    public const string Late = "late";

    private readonly Counter _requests;
    private readonly Histogram _duration;
    private readonly Counter _dropped;
    private readonly Gauge _inFlight;
    private readonly Gauge _target;
    private readonly Gauge _models;

    public TrafficMetrics(IMetricFactory metrics)
    {
        _requests = metrics.CreateCounter(
            "traffic_requests_total", "Requests sent, by HTTP status code, or deadline_exceeded or connection_error where there was none.", ["status"]);
        _duration = metrics.CreateHistogram(
            "traffic_request_duration_seconds", "From sending a request to the end of its answer, or to giving up.",
            new HistogramConfiguration { Buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60] });
        _dropped = metrics.CreateCounter("traffic_requests_dropped_total", "Requests that were due and not sent.", ["reason"]);
        _inFlight = metrics.CreateGauge("traffic_requests_in_flight", "Requests that wait for their answer.");
        _target = metrics.CreateGauge("traffic_target_requests_per_second", "The rate that is asked for.");
        _models = metrics.CreateGauge("traffic_models", "Models that get requests: those that the server named last.");

        foreach (var status in (string[])["200", DeadlineExceeded, ConnectionError])
            _requests.WithLabels(status);
        foreach (var reason in (string[])[InFlightLimit, Late])
            _dropped.WithLabels(reason);
    }

    public void Answered(string status, TimeSpan duration)
    {
        _requests.WithLabels(status).Inc();
        _duration.Observe(duration.TotalSeconds);
    }

    public void Dropped(string reason, long count) => _dropped.WithLabels(reason).Inc(count);

    public IDisposable TrackInFlight() => _inFlight.TrackInProgress();

    public void Models(int count) => _models.Set(count);

    public void Target(double perSecond) => _target.Set(perSecond);
}
