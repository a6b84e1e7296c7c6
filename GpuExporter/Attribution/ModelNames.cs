namespace Kthena.GpuExporter.Attribution;

/// <summary>Decides which names become label values. Processes choose their names, so there is a limit of 256 in the exporter's life.</summary>
internal sealed class ModelNames
{
    private const int Max = 256;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _names = [];

    /// <summary>The name itself, or <see cref="ModelId.Unknown"/> when it is not valid or one too many.</summary>
    public string Admit(string name)
    {
        if (!ModelId.IsValid(name))
            return ModelId.Unknown;
        lock (_lock)
        {
            if (_names.TryGetValue(name, out var known))
                return known;
            return _names.Count < Max && _names.Add(name) ? name : ModelId.Unknown;
        }
    }
}
