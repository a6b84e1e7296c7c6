namespace Kthena.GpuExporter.Software;

/// <summary>What the model server says about its work on the processor.</summary>
/// <param name="BusySeconds">Seconds during which at least one batch was computing, since the server's start; null when it does not say.</param>
/// <param name="Memory">Bytes that its backend has allocated, by model.</param>
/// <param name="Loaded">The models that answer.</param>
internal sealed record BackendLoad(double? BusySeconds, IReadOnlyDictionary<string, double> Memory, IReadOnlyList<string> Loaded)
{
    private const string Busy = "kthena_backend_busy_seconds_total";
    private const string ModelMemory = "kthena_model_memory_usage_bytes";
    private const string Status = "kthena_model_status";

    private static readonly HashSet<string> s_names = [Busy, ModelMemory, Status];

    /// <exception cref="FormatException">It is not in the format.</exception>
    public static BackendLoad Parse(string exposition)
    {
        double? busy = null;
        var memory = new Dictionary<string, double>();
        var loaded = new List<string>();
        foreach (var sample in ExpositionReader.Read(exposition, s_names))
        {
            var model = sample.Labels.GetValueOrDefault("model_id", "");
            if (sample.Name == Busy && sample.Labels.GetValueOrDefault("backend") == "cpu")
                busy = sample.Value;
            else if (sample.Name == ModelMemory)
                memory[model] = sample.Value;
            else if (sample.Name == Status && sample.Value == 1)
                loaded.Add(model);
        }

        return new BackendLoad(busy, memory, loaded);
    }
}
