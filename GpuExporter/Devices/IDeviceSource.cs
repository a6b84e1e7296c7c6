namespace Kthena.GpuExporter.Devices;

/// <summary>
/// Where devices are read, by one thread. It is not disposable on purpose: whoever else disposed it, such as the container of services, would unload
/// the driver's library under a thread that hangs in it.
/// </summary>
internal interface IDeviceSource
{
    /// <summary>Reads all devices. It may block for as long as the driver does; whoever calls it bounds the wait.</summary>
    Snapshot Collect();

    /// <summary>Ends the connection to the devices. The thread that collects calls it last.</summary>
    void Close();
}
