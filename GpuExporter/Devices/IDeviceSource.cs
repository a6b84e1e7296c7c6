namespace Kthena.GpuExporter.Devices;

/// <summary>Where devices are read. All members are called by one thread at a time.</summary>
internal interface IDeviceSource : IDisposable
{
    /// <summary>Reads all devices. It may block for as long as the driver does; whoever calls it bounds the wait.</summary>
    Snapshot Collect();
}
