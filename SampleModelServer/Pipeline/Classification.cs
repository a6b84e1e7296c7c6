using System.Buffers;
using System.Numerics.Tensors;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>The answer to a <see cref="ClassificationRequest"/>. Its memory is rented: dispose it once it is written.</summary>
internal sealed class Classification(ModelDescription model, int count) : IDisposable
{
    private readonly float[] _probabilities = ArrayPool<float>.Shared.Rent(count * model.Labels.Count);
    private readonly int[] _missing = ArrayPool<int>.Shared.Rent(count);
    private int _missingCount;

    public ModelDescription Model => model;

    /// <summary>The number of texts.</summary>
    public int Count => count;

    /// <summary>The number of tokens read, over all texts.</summary>
    public int Tokens { get; private set; }

    /// <summary>The texts that have to be computed.</summary>
    public ReadOnlySpan<int> Missing => _missing.AsSpan(0, _missingCount);

    /// <summary>Notes that a text has to be computed.</summary>
    public void Miss(int index) => _missing[_missingCount++] = index;

    /// <summary>Takes in the result for one text.</summary>
    public void Set(int index, ReadOnlySpan<float> probabilities, int tokens)
    {
        probabilities.CopyTo(Probabilities(index));
        Tokens += tokens;
    }

    /// <summary>Takes in the tokens of a text whose probabilities are there already.</summary>
    public void Read(int tokens) => Tokens += tokens;

    /// <summary>A probability for each of the model's labels, for one text.</summary>
    public Span<float> Probabilities(int index) => _probabilities.AsSpan(index * model.Labels.Count, model.Labels.Count);

    /// <summary>The most probable label of a text.</summary>
    public string Label(int index) => model.Labels[TensorPrimitives.IndexOfMax<float>(Probabilities(index))];

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_probabilities);
        ArrayPool<int>.Shared.Return(_missing);
    }
}
