using System.Text.Encodings.Web;
using System.Text.Json;
using Kthena.TrafficGenerator.Sentences;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>
/// The texts of the requests: popular ones, which come again and again by Zipf's law, and new ones, which were never sent before in this run.
/// </summary>
internal sealed class TextSource
{
    /// <summary>Text as it is, in UTF-8: the body is no part of a web page.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly TextComposer _composer;
    private readonly Random _random;
    private readonly WeightedChoice _ranks;
    private readonly JsonEncodedText[] _popular;
    private uint _next;

    public TextSource(IReadOnlyList<Sentence> sentences, int seed, PopularTextOptions options)
    {
        _composer = new TextComposer(sentences, seed);
        _random = Streams.Create(seed, RandomStream.Texts);
        _ranks = new WeightedChoice(Enumerable.Range(1, options.Count).Select(rank => Math.Pow(rank, -options.Exponent)));
        _popular = Popular(sentences, seed, options.Count);
        _next = (uint)options.Count;
    }

    /// <summary>The next text, encoded for JSON.</summary>
    /// <param name="newShare">How often it is a new one, 0 to 1.</param>
    public JsonEncodedText Next(double newShare)
    {
        // Both are drawn each time, so that another share leaves the popular ones as they are.
        var isNew = _random.NextDouble() < newShare;
        var rank = _ranks.At(_random.NextDouble());
        return isNew ? JsonEncodedText.Encode(_composer.Compose(_next++), Encoder) : _popular[rank];
    }

    // In an order that the seed decides; when the sentences do not suffice, composed texts follow.
    private JsonEncodedText[] Popular(IReadOnlyList<Sentence> sentences, int seed, int count)
    {
        string[] texts = [.. sentences.Select(s => s.Text)];
        Streams.Create(seed, RandomStream.Order).Shuffle(texts);
        return [.. Enumerable.Range(0, count).Select(i => JsonEncodedText.Encode(i < texts.Length ? texts[i] : _composer.Compose((uint)i), Encoder))];
    }
}
