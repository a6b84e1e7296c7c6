namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>The metric types of the Prometheus client libraries. No source of the server is a counter or a summary today.</summary>
internal enum CustomMetricType
{
    Counter,
    Gauge,
    Histogram,
    Summary,
}
