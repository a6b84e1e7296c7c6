using System.Globalization;
using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;

namespace Kthena.GpuExporter.Gpus;

/// <summary>
/// The MIG devices of one GPU. Each has memory and processes of its own; NVML has no utilisation of them, and temperature, power, clocks
/// and errors are those of the whole GPU.
/// </summary>
internal sealed class MigDevices(NvmlLibrary library, Calls calls, ProcessList processes)
{
    private readonly Dictionary<string, DeviceIdentity> _identities = [];

    /// <exception cref="SessionLostException">The driver is not the one that was opened.</exception>
    public void Read(nint gpu, DeviceReading whole, List<DeviceReading> readings)
    {
        if (!calls.Read(library.GetMaxMigDevices(gpu, out var max), "number of MIG devices"))
            return;

        var model = "";
        for (var index = 0u; index < max && calls.Refusal is null; index++)
        {
            var code = library.GetMigDevice(gpu, index, out var device);
            if (code == NvmlReturn.NotFound || !calls.Read(code, "MIG device"))
                continue;
            if (Identify(device, whole.Identity) is not { } identity)
                continue;

            var reading = new DeviceReading(identity) { IsUp = true };
            if (calls.Read(library.GetMemory(device, out var memory), "memory of a MIG device"))
            {
                reading[DeviceValue.MemoryUsed] = memory.Used;
                reading[DeviceValue.MemoryTotal] = memory.Total;
            }

            processes.Read(device, reading, calls);
            model = ModelId.Merge(model, reading.Model);
            readings.Add(reading);
        }

        whole.Model = model;
    }

    // Handles are used again after a new division: only the UUID says which device it is now.
    private DeviceIdentity? Identify(nint device, DeviceIdentity gpu)
    {
        if (!calls.Read(library.GetUuid(device, out var uuid), "UUID of a MIG device"))
            return null;
        if (_identities.TryGetValue(uuid, out var known))
            return known;
        if (!calls.Read(library.GetGpuInstance(device, out var gpuInstance), "GPU instance")
            || !calls.Read(library.GetComputeInstance(device, out var computeInstance), "compute instance"))
            return null;

        calls.Read(library.GetName(device, out var name), "name of a MIG device");
        if (_identities.Count >= 64)
            _identities.Clear();
        return _identities[uuid] = gpu with
        {
            Uuid = uuid,
            GpuInstance = gpuInstance.ToString(CultureInfo.InvariantCulture),
            ComputeInstance = computeInstance.ToString(CultureInfo.InvariantCulture),
            Name = name,
        };
    }
}
