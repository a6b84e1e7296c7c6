using System.Text.Json;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;
using Prometheus;

namespace Kthena.GpuExporter.Telemetry;

/// <summary>How the exporter itself is. Every series exists from the start. Any thread may count.</summary>
internal sealed class ExporterMetrics
{
    /// <summary>Attribution by processes failed.</summary>
    public const string FromProcesses = "proc";

    /// <summary>Attribution by the kubelet's pods failed.</summary>
    public const string FromPodResources = "pod_resources";

    /// <summary>The error of a model server that cannot be read.</summary>
    public const string Unreachable = "unreachable";

    private readonly Gauge _devices;
    private readonly Dictionary<ExporterState, Gauge.Child> _states;
    private readonly Dictionary<string, Counter.Child> _errors;
    private readonly Dictionary<string, Counter.Child> _attributionErrors;
    private readonly Histogram _duration;
    private readonly Gauge _lastCollection;

    public ExporterMetrics(IMetricFactory factory)
    {
        _devices = factory.CreateGauge("nvidia_gpu_exporter_devices", "GPUs that are there now, parts of them by MIG not counted; 0 where there is none.");
        var state = factory.CreateGauge(
            "nvidia_gpu_exporter_state", "1 for the state that the exporter is in, 0 for all others: ok, or why the devices cannot be read.", ["state"]);
        _states = Enum.GetValues<ExporterState>().ToDictionary(value => value, value => state.WithLabels(Label(value)));
        var errors = factory.CreateCounter("nvidia_gpu_exporter_errors_total", "Calls that failed, by what they returned.", ["error"]);
        _errors = Enum.GetValues<NvmlReturn>().Where(code => code != NvmlReturn.Success && !code.IsAbsent()).Select(code => code.Label())
            .Append(Unreachable).ToDictionary(label => label, label => errors.WithLabels(label));
        var attribution = factory.CreateCounter(
            "nvidia_gpu_exporter_attribution_errors_total", "Attempts to find the model behind a device that failed, by where it was looked for.", ["source"]);
        _attributionErrors = new[] { FromProcesses, FromPodResources }.ToDictionary(source => source, source => attribution.WithLabels(source));
        _duration = factory.CreateHistogram(
            "nvidia_gpu_exporter_collection_duration_seconds", "Time that it took to read all devices once.",
            new HistogramConfiguration { Buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });
        _lastCollection = factory.CreateGauge(
            "nvidia_gpu_exporter_last_collection_timestamp_seconds", "When the values that are shown were read, in seconds since 1970; 0 before the first time.");
    }

    public static string Label(ExporterState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public void Error(string label) => _errors.GetValueOrDefault(label)?.Inc();

    public void AttributionError(string source) => _attributionErrors[source].Inc();

    public void Collected(TimeSpan duration, DateTimeOffset at)
    {
        _duration.Observe(duration.TotalSeconds);
        _lastCollection.Set(at.ToUnixTimeMilliseconds() / 1e3);
    }

    public void State(ExporterState state, int devices)
    {
        _devices.Set(devices);
        foreach (var (value, child) in _states)
            child.Set(value == state ? 1 : 0);
    }
}
