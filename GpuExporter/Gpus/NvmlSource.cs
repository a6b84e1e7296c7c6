using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Gpus;

/// <summary>The GPUs of this machine. Whatever becomes of the driver, it answers, and takes up what it finds.</summary>
internal sealed class NvmlSource(
    ExporterOptions options, ModelAttribution attribution, ExporterMetrics metrics, XidMetrics xids, TimeProvider time, ILogger<NvmlSource> logger)
    : IDeviceSource
{
    private readonly KnownGpus _known = new();
    private readonly RetryPlan _retries = new(options.RetryInterval, time);
    private GpuSession? _session;
    private Snapshot _refusal = new(ExporterState.NoDriver, "", 0, []);

    public Snapshot Collect()
    {
        if (_session is not null && _retries.ShouldAttachAgain)
            Close();

        var snapshot = Read();
        var readings = snapshot.Readings.ToList();
        _known.Complete(readings);
        _retries.Found(anyDown: _session is not null && readings.Exists(reading => !reading.IsUp));
        return snapshot with { Readings = readings };
    }

    public void Close()
    {
        _session?.Close();
        _session = null;
    }

    private Snapshot Read()
    {
        // Twice: a driver that was loaded anew answers the first call with an error, and all is well after the second.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (_session is null && !(_retries.MayOpen && TryOpen()))
                return _refusal;

            try
            {
                var snapshot = _session!.Read();
                if (snapshot.State != ExporterState.NoDevice)
                    return snapshot;

                // Devices that come later are seen only through a new connection.
                Close();
                return _refusal = snapshot;
            }
            catch (SessionLostException lost)
            {
                Close();
                _refusal = Refused(lost.Code);
            }
        }

        return _refusal;
    }

    private bool TryOpen()
    {
        _retries.Opening();
        NvmlLibrary library;
        try
        {
            library = NvmlLibrary.Load(options.Library);
        }
        catch (Exception missing) when (missing is DllNotFoundException or BadImageFormatException)
        {
            _refusal = new(ExporterState.NoDriver, $"{options.Library} cannot be loaded: there is no NVIDIA driver, or it is not visible here", 0, []);
            logger.LogDebug(missing, "{Library} cannot be loaded", options.Library);
            return false;
        }

        if (library.Init() is var code && code != NvmlReturn.Success)
        {
            metrics.Error(code.Label());
            library.Dispose();
            _refusal = Refused(code);
            return false;
        }

        library.GetDriverVersion(out var version);
        _session = new GpuSession(library, version, attribution, metrics, xids, logger);
        return true;
    }

    private static Snapshot Refused(NvmlReturn code) => code switch
    {
        NvmlReturn.DriverNotLoaded or NvmlReturn.Uninitialized or NvmlReturn.LibraryNotFound =>
            new(ExporterState.NoDriver, "the NVIDIA kernel driver is not loaded", 0, []),
        NvmlReturn.NoPermission or NvmlReturn.OperatingSystem =>
            new(ExporterState.PermissionDenied, $"the driver refuses this process ({code.Label()}): it needs access to /dev/nvidiactl", 0, []),
        NvmlReturn.GpuNotFound => new(ExporterState.NoDevice, "the driver knows no GPU", 0, []),
        NvmlReturn.LibRmVersionMismatch =>
            new(ExporterState.DriverError, "the library and the kernel driver are of different versions: load the new driver, or restart the machine", 0, []),
        NvmlReturn.FunctionNotFound => new(ExporterState.DriverError, "the library is not NVML: it has no nvmlInit", 0, []),
        _ => new(ExporterState.DriverError, $"the driver fails: {code.Label()}", 0, []),
    };
}
