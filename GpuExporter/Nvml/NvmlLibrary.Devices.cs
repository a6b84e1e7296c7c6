using System.Text;

namespace Kthena.GpuExporter.Nvml;

/// <content>GPUs: what they are and what they do.</content>
internal sealed unsafe partial class NvmlLibrary
{
    // NVML_DEVICE_UUID_V2_BUFFER_SIZE and NVML_DEVICE_NAME_V2_BUFFER_SIZE, the longest of the texts.
    private const int TextSize = 96;

    // NVML_VOLATILE_ECC: counted since the driver was loaded.
    private const int VolatileEcc = 0;

    // NVML_TEMPERATURE_GPU: the sensor on the die.
    private const int DieTemperature = 0;

    private readonly delegate* unmanaged<uint*, NvmlReturn> _count;
    private readonly delegate* unmanaged<uint, nint*, NvmlReturn> _handleByIndex;
    private readonly delegate* unmanaged<nint, byte*, uint, NvmlReturn> _uuid;
    private readonly delegate* unmanaged<nint, byte*, uint, NvmlReturn> _name;
    private readonly delegate* unmanaged<nint, NvmlPci*, NvmlReturn> _pci;
    private readonly delegate* unmanaged<nint, NvmlUtilization*, NvmlReturn> _utilization;
    private readonly delegate* unmanaged<nint, NvmlMemory*, NvmlReturn> _memory;
    private readonly delegate* unmanaged<nint, NvmlMemoryV2*, NvmlReturn> _memoryV2;
    private readonly delegate* unmanaged<nint, int, uint*, NvmlReturn> _temperature;
    private readonly delegate* unmanaged<nint, uint*, NvmlReturn> _power;
    private readonly delegate* unmanaged<nint, uint*, NvmlReturn> _powerLimit;
    private readonly delegate* unmanaged<nint, NvmlClock, uint*, NvmlReturn> _clock;
    private readonly delegate* unmanaged<nint, NvmlEccError, int, ulong*, NvmlReturn> _ecc;

    public NvmlReturn GetCount(out uint count)
    {
        fixed (uint* result = &count)
        {
            *result = 0;
            return _count == null ? NvmlReturn.FunctionNotFound : _count(result);
        }
    }

    public NvmlReturn GetHandle(uint index, out nint device)
    {
        fixed (nint* result = &device)
        {
            *result = 0;
            return _handleByIndex == null ? NvmlReturn.FunctionNotFound : _handleByIndex(index, result);
        }
    }

    public NvmlReturn GetUuid(nint device, out string uuid)
    {
        var buffer = stackalloc byte[TextSize];
        return Text(_uuid == null ? NvmlReturn.FunctionNotFound : _uuid(device, buffer, TextSize), buffer, out uuid);
    }

    public NvmlReturn GetName(nint device, out string name)
    {
        var buffer = stackalloc byte[TextSize];
        return Text(_name == null ? NvmlReturn.FunctionNotFound : _name(device, buffer, TextSize), buffer, out name);
    }

    public NvmlReturn GetPciBusId(nint device, out string busId)
    {
        NvmlPci pci = default;
        var code = _pci == null ? NvmlReturn.FunctionNotFound : _pci(device, &pci);
        pci.BusId[NvmlPci.BusIdSize - 1] = 0;
        return Text(code, pci.BusId, out busId);
    }

    public NvmlReturn GetUtilization(nint device, out NvmlUtilization utilization)
    {
        fixed (NvmlUtilization* result = &utilization)
        {
            *result = default;
            return _utilization == null ? NvmlReturn.FunctionNotFound : _utilization(device, result);
        }
    }

    /// <summary>Used memory is what processes have allocated, as nvidia-smi shows it; drivers before 510 count their own reserve too.</summary>
    public NvmlReturn GetMemory(nint device, out NvmlMemory memory)
    {
        memory = default;
        if (_memoryV2 != null)
        {
            var v2 = new NvmlMemoryV2 { Version = NvmlMemoryV2.CurrentVersion };
            var code = _memoryV2(device, &v2);
            memory = new NvmlMemory { Total = v2.Total, Free = v2.Free, Used = v2.Used };
            if (code is not (NvmlReturn.NotSupported or NvmlReturn.ArgumentVersionMismatch))
                return code;
        }

        fixed (NvmlMemory* result = &memory)
            return _memory == null ? NvmlReturn.FunctionNotFound : _memory(device, result);
    }

    /// <summary>Degrees Celsius.</summary>
    public NvmlReturn GetTemperature(nint device, out uint celsius)
    {
        fixed (uint* result = &celsius)
        {
            *result = 0;
            return _temperature == null ? NvmlReturn.FunctionNotFound : _temperature(device, DieTemperature, result);
        }
    }

    /// <summary>Milliwatts, of the GPU and what belongs to it, such as its memory.</summary>
    public NvmlReturn GetPower(nint device, out uint milliwatts)
    {
        fixed (uint* result = &milliwatts)
        {
            *result = 0;
            return _power == null ? NvmlReturn.FunctionNotFound : _power(device, result);
        }
    }

    /// <summary>Milliwatts: the lowest of all limits that apply.</summary>
    public NvmlReturn GetPowerLimit(nint device, out uint milliwatts)
    {
        fixed (uint* result = &milliwatts)
        {
            *result = 0;
            return _powerLimit == null ? NvmlReturn.FunctionNotFound : _powerLimit(device, result);
        }
    }

    /// <summary>Megahertz, now.</summary>
    public NvmlReturn GetClock(nint device, NvmlClock clock, out uint megahertz)
    {
        fixed (uint* result = &megahertz)
        {
            *result = 0;
            return _clock == null ? NvmlReturn.FunctionNotFound : _clock(device, clock, result);
        }
    }

    /// <summary>Errors since the driver was loaded.</summary>
    public NvmlReturn GetEccErrors(nint device, NvmlEccError type, out ulong count)
    {
        fixed (ulong* result = &count)
        {
            *result = 0;
            return _ecc == null ? NvmlReturn.FunctionNotFound : _ecc(device, type, VolatileEcc, result);
        }
    }

    private static NvmlReturn Text(NvmlReturn code, byte* buffer, out string text)
    {
        text = code == NvmlReturn.Success ? Encoding.UTF8.GetString(System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated(buffer)) : "";
        return code;
    }
}
