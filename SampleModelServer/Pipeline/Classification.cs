using System.Buffers;
using System.Numerics.Tensors;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>The answer to a <see cref="ClassificationRequest"/>. Its memory is rented: dispose it once it is written.</summary>
internal sealed class Classification(ModelDescription model, int count) : IDisposable
{
    private readonly float[] _probabilities = ArrayPool<float>.Shared.Rent(count * model.Labels.Count);

    public ModelDescription Model => model;

    /// <summary>The number of texts.</summary>
    public int Count => count;

    /// <summary>The number of tokens read, over all texts.</summary>
    public int Tokens { get; set; }

    /// <summary>A probability for each of the model's labels, for one text.</summary>
    public Span<float> Probabilities(int index) => _probabilities.AsSpan(index * model.Labels.Count, model.Labels.Count);

    /// <summary>The most probable label of a text.</summary>
    public string Label(int index) => model.Labels[TensorPrimitives.IndexOfMax<float>(Probabilities(index))];

    public void Dispose() => ArrayPool<float>.Shared.Return(_probabilities);
}
