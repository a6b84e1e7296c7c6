using Kthena.GpuExporter.Nvml;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Gpus;

/// <summary>
/// Waits for XID errors, the driver's reports of what went wrong with a GPU, on a thread of its own: the driver keeps no count that
/// could be asked for. Source: NVIDIA, XID Errors; NVML API Reference, Event Handling Methods.
/// </summary>
internal sealed class XidWatch
{
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly NvmlLibrary _library;
    private readonly nint _set;
    private readonly Dictionary<nint, GpuDevice> _devices;
    private readonly ExporterMetrics _metrics;
    private readonly XidMetrics _xids;
    private readonly ILogger _logger;
    private readonly object _stop = new();
    private readonly Thread _thread;
    private volatile bool _isStopping;

    private XidWatch(NvmlLibrary library, nint set, Dictionary<nint, GpuDevice> devices, ExporterMetrics metrics, XidMetrics xids, ILogger logger)
    {
        _library = library;
        _set = set;
        _devices = devices;
        _metrics = metrics;
        _xids = xids;
        _logger = logger;
        _thread = new Thread(Watch) { IsBackground = true, Name = "XID events" };
        _thread.Start();
    }

    /// <summary>Registers the devices that can report; null when none can.</summary>
    public static XidWatch? TryStart(NvmlLibrary library, IEnumerable<GpuDevice> devices, ExporterMetrics metrics, XidMetrics xids, ILogger logger)
    {
        if (library.CreateEventSet(out var set) != NvmlReturn.Success)
            return null;

        var registered = new Dictionary<nint, GpuDevice>();
        foreach (var device in devices)
        {
            // Devices that cannot report are the rule in virtual machines: their XID metrics are absent.
            device.ReportsXids = device.Handle != 0 && library.RegisterEvents(device.Handle, NvmlEvent.XidCriticalError, set) == NvmlReturn.Success;
            if (device.ReportsXids)
                registered.Add(device.Handle, device);
        }

        if (registered.Count > 0)
            return new XidWatch(library, set, registered, metrics, xids, logger);
        library.FreeEventSet(set);
        return null;
    }

    /// <summary>Tells the thread to end after the wait that it is in.</summary>
    public void Stop()
    {
        lock (_stop)
        {
            _isStopping = true;
            Monitor.PulseAll(_stop);
        }
    }

    /// <summary>Waits until the thread has left the library; false when it has not in time.</summary>
    public bool Join(TimeSpan timeout) => _thread.Join(timeout);

    private void Watch()
    {
        while (!_isStopping)
        {
            var code = _library.WaitForEvent(_set, s_wait, out var happened);
            if (_isStopping)
                break; // The watch that follows has the event too.
            if (code == NvmlReturn.Success)
                Record(happened);
            else if (code.IsSessionLost())
                break; // The next collection meets the same, and opens a new session.
            else if (code != NvmlReturn.Timeout)
                Pause(code);
        }

        _library.FreeEventSet(_set);
    }

    private void Record(NvmlEvent happened)
    {
        if (happened.Type != NvmlEvent.XidCriticalError || !_devices.TryGetValue(happened.Device, out var device))
            return;
        _logger.LogWarning("{Device}: XID {Xid}", device.Identity.ToString(), happened.Data);
        _xids.Record(device.Identity, happened.Data);
    }

    // With one device lost the driver may answer at once, every time.
    private void Pause(NvmlReturn code)
    {
        _metrics.Error(code.Label());
        lock (_stop)
        {
            if (!_isStopping)
                Monitor.Wait(_stop, s_pause);
        }
    }
}
