using Kthena.TrafficGenerator.Sentences;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>The words of a language, as its sentences use them.</summary>
internal sealed class Vocabulary
{
    // Of writing that has no spaces between words.
    private const int PieceLength = 3;

    private readonly string[] _words;
    private readonly int _digits;

    public Vocabulary(IEnumerable<Sentence> sentences)
    {
        _words = [.. sentences.SelectMany(s => Words(s.Text)).Distinct().Order(StringComparer.Ordinal)];
        _digits = (int)Math.Ceiling(32 / Math.Log2(_words.Length));
    }

    /// <summary>Writes a number in words, each a digit: another number gives other words.</summary>
    public IEnumerable<string> Write(uint number)
    {
        for (var i = 0; i < _digits; i++)
        {
            yield return _words[number % (uint)_words.Length];
            number /= (uint)_words.Length;
        }
    }

    private static IEnumerable<string> Words(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : text.Chunk(PieceLength).Select(piece => new string(piece));
}
