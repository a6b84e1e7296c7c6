using System.Runtime.InteropServices;

namespace Kthena.GpuExporter.Nvml;

// Layouts of nvml.h on 64-bit Linux; fields that nothing reads are there for their size. Source: NVML API Reference, "Device Structs".

/// <summary><c>nvmlUtilization_t</c>: percent of the last sample period, which is 1/6 to 1 second.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlUtilization
{
    public uint Gpu;
    public uint Memory;
}

/// <summary><c>nvmlMemory_t</c>, in bytes; what the driver keeps for itself counts as used.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlMemory
{
    public ulong Total;
    public ulong Free;
    public ulong Used;
}

/// <summary><c>nvmlMemory_v2_t</c>, in bytes; what the driver keeps for itself is <see cref="Reserved"/> and not in <see cref="Used"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlMemoryV2
{
    /// <summary>Size of the struct, and the version in the highest byte.</summary>
    public const uint CurrentVersion = 40 | (2 << 24);

    public uint Version;
    public ulong Total;
    public ulong Reserved;
    public ulong Free;
    public ulong Used;
}

/// <summary><c>nvmlProcessInfo_v2_t</c>, which the functions of version 2 and 3 fill: 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlProcess
{
    /// <summary>What <see cref="UsedMemory"/> is where the driver does not know it.</summary>
    public const ulong NotAvailable = ulong.MaxValue;

    public uint Pid;
    public ulong UsedMemory;
    public uint GpuInstance;
    public uint ComputeInstance;
}

/// <summary><c>nvmlProcessInfo_v1_t</c>, which the function without a version fills: 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlProcessV1
{
    public uint Pid;
    public ulong UsedMemory;
}

/// <summary><c>nvmlEventData_t</c>: 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlEvent
{
    /// <summary><c>nvmlEventTypeXidCriticalError</c>: <see cref="Data"/> is the XID, 999 for one that the driver does not know.</summary>
    public const ulong XidCriticalError = 8;

    public nint Device;
    public ulong Type;
    public ulong Data;
    public uint GpuInstance;
    public uint ComputeInstance;
}

/// <summary><c>nvmlPciInfo_t</c>: 68 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NvmlPci
{
    public const int BusIdSize = 32;

    public fixed byte LegacyBusId[16];
    public uint Domain;
    public uint Bus;
    public uint Device;
    public uint PciDeviceId;
    public uint PciSubSystemId;
    public fixed byte BusId[BusIdSize];
}

/// <summary><c>nvmlClockType_t</c>, those that are read.</summary>
internal enum NvmlClock
{
    Sm = 1,
    Memory = 2,
}

/// <summary><c>nvmlMemoryErrorType_t</c>.</summary>
internal enum NvmlEccError
{
    Corrected = 0,
    Uncorrected = 1,
}
