using System.Globalization;
using Kthena.GpuExporter.Devices;

namespace Kthena.GpuExporter;

/// <summary>What is measured, and how.</summary>
/// <param name="Device">
/// Command line <c>--device</c> or configuration key <c>Gpu:Device</c>: <c>nvml</c> (the default), the GPUs of this machine, or <c>software</c>,
/// the processor time of the local model server.
/// </param>
/// <param name="Library">
/// Configuration key <c>Nvml:Library</c>: the name or path of NVIDIA's management library, <c>libnvidia-ml.so.1</c> by default, as the dynamic
/// linker finds it.
/// </param>
/// <param name="RetryInterval">
/// Configuration key <c>Gpu:RetryInterval</c>, 0.01 seconds to 1 hour, 10 seconds by default: how long after a failed attempt to reach the driver
/// the next one is made.
/// </param>
/// <param name="CollectTimeout">
/// Configuration key <c>Gpu:CollectTimeout</c>, 0.01 seconds to 1 minute, 1 second by default: how long a scrape waits for the devices; after
/// that it gets the values of the collection before, and the state <c>stale</c>.
/// </param>
/// <param name="ProcRoot">Configuration key <c>Gpu:ProcRoot</c>: where the processes of the machine are seen, <c>/proc</c> by default.</param>
/// <param name="PodResourcesSocket">
/// Configuration key <c>PodResources:Socket</c>: the kubelet's socket, <c>/var/lib/kubelet/pod-resources/kubelet.sock</c> by default; it is used
/// while it is there.
/// </param>
/// <param name="PodResourcesInterval">
/// Configuration key <c>PodResources:Interval</c>, 0.01 seconds to 1 hour, 5 seconds by default: how often the kubelet is asked.
/// </param>
/// <param name="SoftwareMetricsUrl">
/// Configuration key <c>Software:MetricsUrl</c>: the metrics of the model server, <c>http://_metrics.model-server/metrics</c> by default, which
/// service discovery resolves.
/// </param>
internal sealed record ExporterOptions(
    DeviceKind Device,
    string Library,
    TimeSpan RetryInterval,
    TimeSpan CollectTimeout,
    string ProcRoot,
    string PodResourcesSocket,
    TimeSpan PodResourcesInterval,
    Uri SoftwareMetricsUrl)
{
    public const string DeviceKey = "Gpu:Device";

    /// <summary>The exit code of a program that was asked for something it does not know.</summary>
    public const int BadUsage = 2;

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(10);

    /// <summary>The options, or null when a setting is wrong: which, and what it may be, has been written to <paramref name="errors"/>.</summary>
    public static ExporterOptions? TryRead(IConfiguration configuration, TextWriter errors)
    {
        try
        {
            return Read(configuration);
        }
        catch (InvalidOperationException wrong)
        {
            errors.WriteLine($"gpu-exporter: {wrong.Message}");
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static ExporterOptions Read(IConfiguration configuration) => new(
        Kind(configuration),
        Text(configuration, "Nvml:Library", "libnvidia-ml.so.1"),
        Time(configuration, "Gpu:RetryInterval", TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)),
        Time(configuration, "Gpu:CollectTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
        Text(configuration, "Gpu:ProcRoot", "/proc"),
        Text(configuration, "PodResources:Socket", "/var/lib/kubelet/pod-resources/kubelet.sock"),
        Time(configuration, "PodResources:Interval", TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
        Url(configuration, "Software:MetricsUrl", "http://_metrics.model-server/metrics"));

    private static DeviceKind Kind(IConfiguration configuration) => Text(configuration, DeviceKey, "nvml") switch
    {
        "nvml" => DeviceKind.Nvml,
        "software" => DeviceKind.Software,
        var other => throw new InvalidOperationException(
            $"the device is '{other}': give --device (or {DeviceKey}) nvml, for the GPUs of this machine, or software, for the local model server's processor time."),
    };

    private static string Text(IConfiguration configuration, string key, string otherwise) =>
        configuration[key] is { Length: > 0 } value ? value : otherwise;

    private static TimeSpan Time(IConfiguration configuration, string key, TimeSpan otherwise, TimeSpan max)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;
        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time >= s_shortest && time <= max
            ? time
            : throw new InvalidOperationException($"{key} is '{value}': give a time from {s_shortest:c} to {max:c}, as hours:minutes:seconds.");
    }

    private static Uri Url(IConfiguration configuration, string key, string otherwise)
    {
        var value = Text(configuration, key, otherwise);
        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException($"{key} is '{value}': give an http or https URL such as http://127.0.0.1:9400/metrics.");
    }
}
