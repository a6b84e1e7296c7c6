namespace Kthena.GpuExporter.Devices;

/// <summary>How the exporter stands with what it measures. Exactly one of them holds at any time; each is a label value.</summary>
internal enum ExporterState
{
    /// <summary>The devices are read; a single one that fails shows in its own metric.</summary>
    Ok,

    /// <summary>No library, or no kernel driver behind it.</summary>
    NoDriver,

    /// <summary>A driver that knows no device.</summary>
    NoDevice,

    /// <summary>The driver refuses for another reason, such as a library of another version.</summary>
    DriverError,

    /// <summary>The operating system lets this process reach no device.</summary>
    PermissionDenied,

    /// <summary>The last collection has not ended in time: the values are those of the one before.</summary>
    Stale,
}
