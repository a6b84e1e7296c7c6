using Kthena.GpuExporter.Attribution.Local;
using Kthena.GpuExporter.Attribution.PodResources;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;

namespace Kthena.GpuExporter.Attribution;

/// <summary>
/// Says which model uses a device. The pods that the kubelet gave the device to come first: they own it, and what runs on it is theirs even
/// where their processes are not visible. Without such pods each process says itself what it serves.
/// </summary>
internal sealed class ModelAttribution(PodModels pods, ProcessModels processes)
{
    /// <summary>Sets the model of a reading, and the memory of each model.</summary>
    /// <param name="reading">The device as it was read.</param>
    /// <param name="running">The processes on it.</param>
    public void Attribute(DeviceReading reading, ReadOnlySpan<NvmlProcess> running)
    {
        var owners = pods.Of(reading.Identity.Uuid);
        foreach (var owner in owners)
            reading.Model = ModelId.Merge(reading.Model, owner);
        if (running.IsEmpty)
            return;

        var memory = new Dictionary<string, double>();
        foreach (var process in running)
        {
            var model = owners is [var only] ? only : processes.Of(process.Pid);
            if (model.Length == 0)
                continue;
            // Without the memory of one process that of its model is not known: NaN until the end.
            var used = process.UsedMemory == NvmlProcess.NotAvailable ? double.NaN : process.UsedMemory;
            memory[model] = memory.GetValueOrDefault(model) + used;
            if (owners is [])
                reading.Model = ModelId.Merge(reading.Model, model);
        }

        foreach (var model in memory.Where(entry => double.IsNaN(entry.Value)).Select(entry => entry.Key).ToArray())
            memory.Remove(model);
        reading.ModelMemory = memory;
    }
}
