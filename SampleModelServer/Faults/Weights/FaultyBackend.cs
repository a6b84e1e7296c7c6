using System.Collections.Frozen;
using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>The backend, with what is wrong with the weights of the models that it loads.</summary>
internal sealed class FaultyBackend(IInferenceBackend backend, ModelRegistry registry) : IInferenceBackend
{
    private readonly FrozenDictionary<string, ModelFaults> _faults = registry.All.ToFrozenDictionary(entry => entry.Id, _ => new ModelFaults());

    public string Name => backend.Name;

    public ModelFaults Of(ModelEntry entry) => _faults[entry.Id];

    public ILoadedModel Load(SafetensorsFile file)
    {
        if (!_faults.TryGetValue(file.Metadata("model_id"), out var faults))
            return backend.Load(file);

        var model = new FaultyModel(faults.IsCorrupt ? LoadCorrupt(file) : backend.Load(file), () => faults.Loaded = null);
        faults.Loaded = model;
        try
        {
            Apply(faults, file);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Brings the model, if it is loaded, to what shall be wrong with it.</summary>
    /// <returns>What it takes now, in bytes; null when it is not loaded.</returns>
    public long? Apply(ModelEntry entry)
    {
        var faults = Of(entry);
        if (faults.Loaded is null)
            return null;

        using var file = SafetensorsFile.Open(entry.Path);
        Apply(faults, file);
        return faults.Loaded.MemoryBytes;
    }

    private void Apply(ModelFaults faults, SafetensorsFile file)
    {
        faults.Loaded!.Load(faults.Ballast);
        faults.Loaded.Exchange(faults.Noise > 0 ? LoadNoisy(file, faults.Noise) : null);
    }

    private ILoadedModel LoadCorrupt(SafetensorsFile file)
    {
        using var copy = ModelCopy.Corrupt(file.Path);
        using var corrupt = SafetensorsFile.Open(copy.Path);
        return backend.Load(corrupt);
    }

    private ILoadedModel LoadNoisy(SafetensorsFile file, double noise)
    {
        using var copy = ModelCopy.Noisy(file, noise);
        using var noisy = SafetensorsFile.Open(copy.Path);
        return backend.Load(noisy);
    }
}
