using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Sentences;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>An endless sequence of requests that its seed decides.</summary>
/// <remarks>Texts and models are drawn apart, so that one more model does not change the texts.</remarks>
internal sealed class RequestSequence(IReadOnlyList<Sentence> sentences, int seed)
{
    private readonly Random _texts = new(seed);
    private readonly Random _models = new(unchecked(seed + 1));

    /// <summary>What decides the sequence.</summary>
    public int Seed => seed;

    /// <summary>The next request, for one of the models (at least one).</summary>
    public ClassifyRequest Next(IReadOnlyList<string> models) =>
        new(models[_models.Next(models.Count)], sentences[_texts.Next(sentences.Count)].Text);
}
