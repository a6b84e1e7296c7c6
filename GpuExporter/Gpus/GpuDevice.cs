using System.Globalization;
using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Gpus;

/// <summary>One GPU under the index that the driver gives it.</summary>
internal sealed class GpuDevice
{
    private readonly NvmlLibrary _library;
    private readonly uint _index;
    private readonly string _driverVersion;
    private readonly Calls _calls;
    private readonly ProcessList _processes;
    private readonly MigDevices _migDevices;

    public GpuDevice(NvmlLibrary library, uint index, string driverVersion, ModelAttribution attribution, ExporterMetrics metrics, ILogger logger)
    {
        _library = library;
        _index = index;
        _driverVersion = driverVersion;
        var gpuId = index.ToString(CultureInfo.InvariantCulture);
        Identity = new DeviceIdentity(gpuId, "", "", "", "", "", driverVersion, DeviceKind.Nvml);
        _calls = new Calls(metrics, logger, $"GPU {gpuId}");
        _processes = new ProcessList(library, attribution);
        _migDevices = new MigDevices(library, _calls, _processes);
    }

    /// <summary>Who it is; the UUID is empty until it has been asked with success.</summary>
    public DeviceIdentity Identity { get; private set; }

    /// <summary>NVML's handle, 0 while there is none.</summary>
    public nint Handle { get; private set; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public NvmlReturn? Refusal => _calls.Refusal;

    /// <summary>Its XID errors are reported by the driver.</summary>
    public bool ReportsXids { get; set; }

    /// <summary>Adds the reading of the GPU, which is returned, and those of the MIG devices that it is divided into.</summary>
    /// <exception cref="SessionLostException">The driver is not the one that was opened.</exception>
    public DeviceReading Read(List<DeviceReading> readings)
    {
        _calls.Begin();
        if ((Handle == 0 && !TryIdentify()) || !TryRead(readings, out var reading))
        {
            Handle = 0; // A device that comes back may come with another handle.
            reading = DeviceReading.Down(Identity);
            readings.Add(reading);
        }

        return reading;
    }

    private bool TryIdentify()
    {
        if (!_calls.Need(_library.GetHandle(_index, out var handle), "handle") || !_calls.Need(_library.GetUuid(handle, out var uuid), "UUID"))
            return false;

        _calls.Read(_library.GetName(handle, out var name), "name");
        _calls.Read(_library.GetPciBusId(handle, out var busId), "PCI bus id");
        Handle = handle;
        Identity = new DeviceIdentity(Identity.GpuId, uuid, "", "", name, busId, _driverVersion, DeviceKind.Nvml);
        return true;
    }

    private bool TryRead(List<DeviceReading> readings, out DeviceReading reading)
    {
        // Only readings that succeed are kept: a GPU that is lost half way leaves none of its MIG devices behind.
        var first = readings.Count;
        reading = new DeviceReading(Identity) { IsUp = true };
        readings.Add(reading);
        _calls.Read(_library.GetMigMode(Handle, out var isDivided), "MIG mode");
        if (_calls.Refusal is null)
            ReadBoard(reading);
        if (_calls.Refusal is null && isDivided)
            _migDevices.Read(Handle, reading, readings);
        else if (_calls.Refusal is null)
            ReadWhole(reading);

        if (!_calls.IsUp)
            readings.RemoveRange(first, readings.Count - first);
        return _calls.IsUp;
    }

    /// <summary>What there is once a GPU, divided or not.</summary>
    private void ReadBoard(DeviceReading reading)
    {
        if (_calls.Read(_library.GetTemperature(Handle, out var celsius), "temperature"))
            reading[DeviceValue.Temperature] = celsius;
        if (_calls.Read(_library.GetPower(Handle, out var power), "power usage"))
            reading[DeviceValue.PowerUsage] = power / 1e3;
        if (_calls.Read(_library.GetPowerLimit(Handle, out var limit), "power limit"))
            reading[DeviceValue.PowerLimit] = limit / 1e3;
        if (_calls.Read(_library.GetClock(Handle, NvmlClock.Sm, out var sm), "SM clock"))
            reading[DeviceValue.SmClock] = sm * 1e6;
        if (_calls.Read(_library.GetClock(Handle, NvmlClock.Memory, out var memory), "memory clock"))
            reading[DeviceValue.MemoryClock] = memory * 1e6;
        if (_calls.Read(_library.GetEccErrors(Handle, NvmlEccError.Corrected, out var corrected), "corrected ECC errors"))
            reading.EccCorrected = corrected;
        if (_calls.Read(_library.GetEccErrors(Handle, NvmlEccError.Uncorrected, out var uncorrected), "uncorrected ECC errors"))
            reading.EccUncorrected = uncorrected;
    }

    /// <summary>What belongs to the MIG devices where there are some, so that a sum over all devices counts nothing twice.</summary>
    private void ReadWhole(DeviceReading reading)
    {
        if (_calls.Read(_library.GetUtilization(Handle, out var utilization), "utilization"))
            reading[DeviceValue.Utilization] = utilization.Gpu;
        if (_calls.Read(_library.GetMemory(Handle, out var memory), "memory"))
        {
            reading[DeviceValue.MemoryUsed] = memory.Used;
            reading[DeviceValue.MemoryTotal] = memory.Total;
        }

        _processes.Read(Handle, reading, _calls);
    }
}
