using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Backends;

/// <summary>A model ready to compute. Calls may come from several threads at once.</summary>
internal interface ILoadedModel : IDisposable
{
    ModelDescription Description { get; }

    /// <summary>What the backend allocated for the model, in bytes.</summary>
    long MemoryBytes { get; }

    /// <summary>Classifies a batch.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="probabilities">
    /// Receives, text after text, a probability for each of <see cref="ModelDescription.Labels"/> in their order.
    /// </param>
    /// <param name="tokens">Receives the number of tokens of each text, in the model's own unit.</param>
    void Classify(ReadOnlySpan<string> texts, Span<float> probabilities, Span<int> tokens);
}
