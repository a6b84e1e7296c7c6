using Kthena.GpuExporter.Devices;

namespace Kthena.GpuExporter.Gpus;

/// <summary>
/// The GPUs that have been seen since the start: one that is lost, or that the driver does not count any more, stays visible as down. Only a
/// restart of the exporter forgets it.
/// </summary>
internal sealed class KnownGpus
{
    // More than a machine has: each that is taken out and replaced while the exporter runs counts.
    private const int Max = 256;

    private readonly Dictionary<string, DeviceIdentity> _byUuid = [];

    /// <summary>Adds a reading for every known GPU that has none, and gives those that could not be asked the name that they had.</summary>
    public void Complete(List<DeviceReading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.Identity is { IsMig: false, Uuid.Length: > 0 } identity && (_byUuid.ContainsKey(identity.Uuid) || _byUuid.Count < Max))
                _byUuid[identity.Uuid] = identity;
        }

        var missing = _byUuid.Values.ExceptBy(readings.Select(reading => reading.Identity.Uuid), identity => identity.Uuid).ToList();
        foreach (var identity in missing)
        {
            // No two GPUs have one index: what sits there without a name is the one that is missing.
            readings.RemoveAll(reading => reading.Identity.Uuid.Length == 0 && reading.Identity.GpuId == identity.GpuId);
            readings.Add(DeviceReading.Down(identity));
        }
    }
}
