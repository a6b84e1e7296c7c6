using Kthena.TrafficGenerator.Sentences;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>Makes any number of texts that differ: a sentence, and words of the same language after it that no other text has.</summary>
internal sealed class TextComposer
{
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly Dictionary<string, Vocabulary> _vocabularies;
    private readonly uint _offset;

    public TextComposer(IReadOnlyList<Sentence> sentences, int seed)
    {
        _sentences = sentences;
        _vocabularies = sentences.GroupBy(s => s.Language).ToDictionary(language => language.Key, language => new Vocabulary(language));
        _offset = (uint)Streams.Create(seed, RandomStream.Numbers).NextInt64(uint.MaxValue);
    }

    /// <summary>The text of a number; no two of the first 2^32 numbers have the same.</summary>
    public string Compose(uint number)
    {
        var mixed = Mix(unchecked(_offset + number));
        var sentence = _sentences[(int)(mixed % (uint)_sentences.Count)];
        return $"{sentence.Text} {string.Join(' ', _vocabularies[sentence.Language].Write(mixed))}";
    }

    // The finalizer of MurmurHash3 (Appleby, public domain): neighbours come apart, and no two numbers come together.
    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85ebca6b;
        h = (h ^ (h >> 13)) * 0xc2b2ae35;
        return h ^ (h >> 16);
    }
}
