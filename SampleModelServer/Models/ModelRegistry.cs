using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Kthena.SampleModelServer.Models;

/// <summary>The models that this server knows, in the order of the configuration.</summary>
internal sealed class ModelRegistry
{
    private readonly FrozenDictionary<string, ModelEntry> _byId;

    public ModelRegistry(ModelsOptions options, TimeProvider time)
    {
        All = [.. options.Ids.Select(id => new ModelEntry(id, Path.Combine(options.Directory, $"{id}.safetensors"), time.GetUtcNow()))];
        _byId = All.ToFrozenDictionary(entry => entry.Id);
    }

    public IReadOnlyList<ModelEntry> All { get; }

    public bool TryGet(string id, [NotNullWhen(true)] out ModelEntry? entry) => _byId.TryGetValue(id, out entry);
}
