using System.Runtime.InteropServices;

namespace Kthena.GpuExporter.Nvml;

/// <summary>
/// NVIDIA's management library, loaded at run time: a machine without it is a normal case. Functions are looked up one by one, under the
/// names that the header's macros map to today and then the older ones; one that is missing returns <see cref="NvmlReturn.FunctionNotFound"/>.
/// Threads may call it at the same time, as NVML allows.
/// </summary>
/// <remarks>Source of names, signatures and return codes: NVIDIA NVML API Reference.</remarks>
internal sealed unsafe partial class NvmlLibrary : IDisposable
{
    private readonly nint _handle;
    private readonly delegate* unmanaged<NvmlReturn> _init;
    private readonly delegate* unmanaged<NvmlReturn> _shutdown;
    private readonly delegate* unmanaged<byte*, uint, NvmlReturn> _driverVersion;

    private NvmlLibrary(nint handle)
    {
        _handle = handle;
        _init = (delegate* unmanaged<NvmlReturn>)Find("nvmlInit_v2", "nvmlInit");
        _shutdown = (delegate* unmanaged<NvmlReturn>)Find("nvmlShutdown");
        _driverVersion = (delegate* unmanaged<byte*, uint, NvmlReturn>)Find("nvmlSystemGetDriverVersion");
        _count = (delegate* unmanaged<uint*, NvmlReturn>)Find("nvmlDeviceGetCount_v2", "nvmlDeviceGetCount");
        _handleByIndex = (delegate* unmanaged<uint, nint*, NvmlReturn>)Find("nvmlDeviceGetHandleByIndex_v2", "nvmlDeviceGetHandleByIndex");
        _uuid = (delegate* unmanaged<nint, byte*, uint, NvmlReturn>)Find("nvmlDeviceGetUUID");
        _name = (delegate* unmanaged<nint, byte*, uint, NvmlReturn>)Find("nvmlDeviceGetName");
        _pci = (delegate* unmanaged<nint, NvmlPci*, NvmlReturn>)Find("nvmlDeviceGetPciInfo_v3");
        _utilization = (delegate* unmanaged<nint, NvmlUtilization*, NvmlReturn>)Find("nvmlDeviceGetUtilizationRates");
        _memory = (delegate* unmanaged<nint, NvmlMemory*, NvmlReturn>)Find("nvmlDeviceGetMemoryInfo");
        _memoryV2 = (delegate* unmanaged<nint, NvmlMemoryV2*, NvmlReturn>)Find("nvmlDeviceGetMemoryInfo_v2");
        _temperature = (delegate* unmanaged<nint, int, uint*, NvmlReturn>)Find("nvmlDeviceGetTemperature");
        _power = (delegate* unmanaged<nint, uint*, NvmlReturn>)Find("nvmlDeviceGetPowerUsage");
        _powerLimit = (delegate* unmanaged<nint, uint*, NvmlReturn>)Find("nvmlDeviceGetEnforcedPowerLimit");
        _clock = (delegate* unmanaged<nint, NvmlClock, uint*, NvmlReturn>)Find("nvmlDeviceGetClockInfo");
        _ecc = (delegate* unmanaged<nint, NvmlEccError, int, ulong*, NvmlReturn>)Find("nvmlDeviceGetTotalEccErrors");
        _processes = (delegate* unmanaged<nint, uint*, NvmlProcess*, NvmlReturn>)Find(
            "nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetComputeRunningProcesses_v2");
        _processesV1 = (delegate* unmanaged<nint, uint*, NvmlProcessV1*, NvmlReturn>)Find("nvmlDeviceGetComputeRunningProcesses");
        _migMode = (delegate* unmanaged<nint, uint*, uint*, NvmlReturn>)Find("nvmlDeviceGetMigMode");
        _maxMigDevices = (delegate* unmanaged<nint, uint*, NvmlReturn>)Find("nvmlDeviceGetMaxMigDeviceCount");
        _migDevice = (delegate* unmanaged<nint, uint, nint*, NvmlReturn>)Find("nvmlDeviceGetMigDeviceHandleByIndex");
        _gpuInstance = (delegate* unmanaged<nint, uint*, NvmlReturn>)Find("nvmlDeviceGetGpuInstanceId");
        _computeInstance = (delegate* unmanaged<nint, uint*, NvmlReturn>)Find("nvmlDeviceGetComputeInstanceId");
        _eventSetCreate = (delegate* unmanaged<nint*, NvmlReturn>)Find("nvmlEventSetCreate");
        _eventSetFree = (delegate* unmanaged<nint, NvmlReturn>)Find("nvmlEventSetFree");
        _registerEvents = (delegate* unmanaged<nint, ulong, nint, NvmlReturn>)Find("nvmlDeviceRegisterEvents");
        // The function without a version fills a struct that is 8 bytes smaller; drivers have had version 2 since 2020.
        _eventSetWait = (delegate* unmanaged<nint, NvmlEvent*, uint, NvmlReturn>)Find("nvmlEventSetWait_v2");
    }

    /// <summary>Loads the library. Nothing of the driver is touched before <see cref="Init"/>.</summary>
    /// <param name="name">A name that the dynamic linker searches, or a path.</param>
    /// <exception cref="DllNotFoundException">There is none, or it is no library; the message is the dynamic linker's.</exception>
    /// <exception cref="BadImageFormatException">It is for another kind of processor.</exception>
    public static NvmlLibrary Load(string name) => new(NativeLibrary.Load(name));

    /// <summary>Connects to the driver and attaches the GPUs, which may take seconds where none keeps them initialised.</summary>
    public NvmlReturn Init() => _init == null ? NvmlReturn.FunctionNotFound : _init();

    public NvmlReturn Shutdown() => _shutdown == null ? NvmlReturn.FunctionNotFound : _shutdown();

    public NvmlReturn GetDriverVersion(out string version)
    {
        var buffer = stackalloc byte[TextSize];
        return Text(_driverVersion == null ? NvmlReturn.FunctionNotFound : _driverVersion(buffer, TextSize), buffer, out version);
    }

    /// <summary>Unloads the library, so that the next <see cref="Load"/> gets what an update has put in its place. No thread may be in it.</summary>
    public void Dispose() => NativeLibrary.Free(_handle);

    private void* Find(string name, string? older = null) =>
        NativeLibrary.TryGetExport(_handle, name, out var address) || (older is not null && NativeLibrary.TryGetExport(_handle, older, out address))
            ? (void*)address
            : null;
}
