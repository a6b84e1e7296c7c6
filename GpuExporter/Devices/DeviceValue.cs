namespace Kthena.GpuExporter.Devices;

/// <summary>What can be read of a device, in base units. A value that a device does not support is absent, never 0.</summary>
internal enum DeviceValue
{
    /// <summary>Percent of the last sample period with at least one kernel running, 0 to 100.</summary>
    Utilization,

    /// <summary>Bytes.</summary>
    MemoryUsed,

    /// <summary>Bytes.</summary>
    MemoryTotal,

    /// <summary>Degrees Celsius.</summary>
    Temperature,

    /// <summary>Watts.</summary>
    PowerUsage,

    /// <summary>Watts.</summary>
    PowerLimit,

    /// <summary>Hertz.</summary>
    SmClock,

    /// <summary>Hertz.</summary>
    MemoryClock,
}
