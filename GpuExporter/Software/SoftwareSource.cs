using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Software;

/// <summary>
/// The model server's CPU backend in the place of a GPU: chosen on purpose, on a machine without one, and named as what it is. Utilisation has NVML's
/// meaning: the share of time in which at least one batch was computing.
/// </summary>
internal sealed class SoftwareSource(
    IHttpClientFactory clients, ExporterOptions options, ModelNames names, ExporterMetrics metrics, TimeProvider time, ILogger<SoftwareSource> logger)
    : IDeviceSource
{
    public const string ClientName = "model-server-metrics";
    public const int MaxResponseBytes = 16 << 20;

    // Two scrapes at almost the same time share one answer: a share of some milliseconds means nothing.
    private static readonly TimeSpan s_keep = TimeSpan.FromMilliseconds(100);

    private readonly DeviceIdentity _device = new("0", "SOFTWARE-0", "", "", "cpu (software device)", "", "", DeviceKind.Software);
    private readonly double? _memoryLimit = MachineMemory.Limit(options.ProcRoot);
    private (double BusySeconds, long At)? _before;
    private Snapshot? _last;
    private long _lastAt;
    private string? _failure;

    public Snapshot Collect()
    {
        if (_last is not null && time.GetElapsedTime(_lastAt) < s_keep)
            return _last;

        var reading = Poll();
        _lastAt = time.GetTimestamp();
        return _last = new Snapshot(ExporterState.Ok, "", 1, [reading]);
    }

    public void Close()
    {
        // Nothing stays open between two polls.
    }

    private DeviceReading Poll()
    {
        try
        {
            var load = BackendLoad.Parse(Download());
            if (_failure is not null)
                logger.LogInformation("The model server's metrics can be read again");
            _failure = null;
            return Read(load);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or FormatException or IOException)
        {
            metrics.Error(ExporterMetrics.Unreachable);
            if (_failure != failure.Message)
                logger.LogWarning("The model server's metrics at {Url} cannot be read: {Reason}", options.SoftwareMetricsUrl, failure.Message);
            _failure = failure.Message;
            _before = null;
            return DeviceReading.Down(_device);
        }
    }

    // This thread does nothing else, and a hang ends with the deadline.
    private string Download()
    {
        using var deadline = new CancellationTokenSource(options.CollectTimeout * 0.8, time);
        using var client = clients.CreateClient(ClientName);
        return client.GetStringAsync(options.SoftwareMetricsUrl, deadline.Token).GetAwaiter().GetResult();
    }

    private DeviceReading Read(BackendLoad load)
    {
        var memory = load.Memory.Where(model => model.Value > 0).GroupBy(model => names.Admit(model.Key), model => model.Value)
            .ToDictionary(model => model.Key, bytes => bytes.Sum());
        return new DeviceReading(_device)
        {
            IsUp = true,
            Model = load.Loaded.Select(names.Admit).Aggregate("", ModelId.Merge),
            ModelMemory = memory,
            [DeviceValue.Utilization] = Utilization(load.BusySeconds),
            [DeviceValue.MemoryUsed] = memory.Values.Sum(),
            [DeviceValue.MemoryTotal] = _memoryLimit,
        };
    }

    /// <summary>Percent since the poll before; null for the first, and where the server does not count its busy time.</summary>
    private double? Utilization(double? busySeconds)
    {
        var before = _before;
        var now = time.GetTimestamp();
        _before = busySeconds is { } known ? (known, now) : null;
        if (busySeconds is not { } busy || before is not { } earlier)
            return null;
        // A server that was started anew counts from 0.
        var delta = busy >= earlier.BusySeconds ? busy - earlier.BusySeconds : busy;
        var seconds = time.GetElapsedTime(earlier.At, now).TotalSeconds;
        return seconds > 0 ? Math.Clamp(100 * delta / seconds, 0, 100) : null;
    }
}
