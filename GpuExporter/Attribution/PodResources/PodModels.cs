namespace Kthena.GpuExporter.Attribution.PodResources;

/// <summary>Which models' pods have which device, as the kubelet said last. Read and replaced by different threads.</summary>
internal sealed class PodModels
{
    private IReadOnlyDictionary<string, string[]> _byUuid = new Dictionary<string, string[]>();

    /// <summary>The models whose pods have the device, each once.</summary>
    public IReadOnlyList<string> Of(string uuid) => Volatile.Read(ref _byUuid).GetValueOrDefault(uuid) ?? [];

    public void Replace(IReadOnlyDictionary<string, string[]> byUuid) => Volatile.Write(ref _byUuid, byUuid);
}
