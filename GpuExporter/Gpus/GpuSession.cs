using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Gpus;

/// <summary>An open connection to the driver, and the GPUs behind it.</summary>
internal sealed class GpuSession(
    NvmlLibrary library, string driverVersion, ModelAttribution attribution, ExporterMetrics metrics, XidMetrics xids, ILogger logger)
{
    private static readonly TimeSpan s_leave = TimeSpan.FromSeconds(1);

    private readonly List<GpuDevice> _gpus = [];
    private readonly List<XidWatch> _stopped = [];
    private XidWatch? _xidWatch;
    private HashSet<nint> _watched = [];

    public string DriverVersion => driverVersion;

    /// <summary>Reads every GPU that the driver knows.</summary>
    /// <exception cref="SessionLostException">The driver is not the one that was opened, or says nothing.</exception>
    public Snapshot Read()
    {
        Enumerate();
        var readings = new List<DeviceReading>(_gpus.Count);
        var own = _gpus.ConvertAll(gpu => gpu.Read(readings));
        WatchXids();
        for (var i = 0; i < own.Count; i++)
            own[i].ReportsXids = _gpus[i].ReportsXids;

        return _gpus switch
        {
            [] => new(ExporterState.NoDevice, "the driver knows no GPU", 0, readings),
            _ when _gpus.TrueForAll(gpu => gpu.Refusal is NvmlReturn.NoPermission or NvmlReturn.OperatingSystem) =>
                new(ExporterState.PermissionDenied, "the driver lets this process reach no GPU", _gpus.Count, readings),
            _ => new(ExporterState.Ok, "", _gpus.Count, readings),
        };
    }

    /// <summary>Closes the connection and unloads the library.</summary>
    public void Close()
    {
        _xidWatch?.Stop();
        if (_xidWatch is not null)
            _stopped.Add(_xidWatch);

        // Code must not be unmapped under a thread that is in it; such a library stays.
        var left = _stopped.TrueForAll(watch => watch.Join(s_leave));
        library.Shutdown();
        if (left)
            library.Dispose();
    }

    private void Enumerate()
    {
        var code = library.GetCount(out var count);
        if (code != NvmlReturn.Success)
        {
            metrics.Error(code.Label());
            throw new SessionLostException(code);
        }

        if (count < _gpus.Count)
            _gpus.RemoveRange((int)count, _gpus.Count - (int)count);
        for (var index = (uint)_gpus.Count; index < count; index++)
            _gpus.Add(new GpuDevice(library, index, driverVersion, attribution, metrics, logger));
    }

    // A set is for one thread: when devices come, or come back, a new watch begins and the old one ends by itself.
    private void WatchXids()
    {
        var handles = _gpus.Where(gpu => gpu.Handle != 0).Select(gpu => gpu.Handle).ToHashSet();
        if (!handles.IsSubsetOf(_watched))
        {
            _xidWatch?.Stop();
            if (_xidWatch is not null)
                _stopped.Add(_xidWatch);
            _stopped.RemoveAll(watch => watch.Join(TimeSpan.Zero));
            _xidWatch = XidWatch.TryStart(library, _gpus, metrics, xids, logger);
        }

        _watched = handles;
    }
}
