using Kthena.SampleModelServer.Backends.Cpu;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Tests;

public sealed class HotPathTests
{
    [Fact]
    public void Inference_allocates_nothing()
    {
        using var file = SafetensorsFile.Open(Path.Combine(AppContext.BaseDirectory, "models", "lande-t50.safetensors"));
        using var model = new CpuBackend().Load(file);
        var texts = NodeReference.Sentences;
        var probabilities = new float[texts.Length * model.Description.Labels.Count];
        var tokens = new int[texts.Length];
        model.Classify(texts, probabilities, tokens);

        // A collection at the wrong moment trims the pool that scratch memory is rented from, so one round in ten must be clean.
        Assert.Contains(0L, Enumerable.Range(0, 10).Select(_ => Allocated(() => model.Classify(texts, probabilities, tokens))));
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
