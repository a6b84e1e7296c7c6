using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Backends.Cpu;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Tests;

/// <summary>The real backend, with something done before each batch once <see cref="BeforeClassify"/> is set.</summary>
internal sealed class GatedBackend : IInferenceBackend
{
    private readonly CpuBackend _backend = new();

    public Action? BeforeClassify { get; set; }

    public string Name => _backend.Name;

    public ILoadedModel Load(SafetensorsFile file) => new Model(this, _backend.Load(file));

    private sealed class Model(GatedBackend gate, ILoadedModel model) : ILoadedModel
    {
        public ModelDescription Description => model.Description;

        public long MemoryBytes => model.MemoryBytes;

        public int Classify(ReadOnlySpan<string> texts, Span<float> probabilities)
        {
            gate.BeforeClassify?.Invoke();
            return model.Classify(texts, probabilities);
        }

        public void Dispose() => model.Dispose();
    }
}
