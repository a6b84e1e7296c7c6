using System.Numerics;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>
/// Finds which input of the network an n-gram of one to four UTF-16 units is. An n-gram is one 64-bit key, so that looking it up
/// needs no string; open addressing in a table that stays three quarters empty.
/// </summary>
internal sealed class NgramTable
{
    public const int MaxLength = 4;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong[] _keys;
    private readonly short[] _inputs;
    private readonly int _shift;

    /// <exception cref="FormatException">An n-gram is empty, too long or there twice.</exception>
    public NgramTable(IReadOnlyList<string> ngrams)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(ngrams.Count, 1) * 4);
        _keys = new ulong[size];
        _inputs = new short[size];
        _shift = 64 - BitOperations.Log2(size);
        Count = ngrams.Count;
        if (Count > short.MaxValue)
            throw new FormatException($"{Count} n-grams are more than {short.MaxValue}");

        for (var input = 0; input < Count; input++)
            Add(ngrams[input], (short)input);
    }

    /// <summary>The number of n-grams.</summary>
    public int Count { get; }

    public long MemoryBytes => (_keys.LongLength * sizeof(ulong)) + (_inputs.LongLength * sizeof(short));

    /// <summary>Adds to <paramref name="counts"/> how often each n-gram of <paramref name="text"/> occurs.</summary>
    public void CountIn(ReadOnlySpan<char> text, Span<int> counts)
    {
        for (var start = 0; start < text.Length; start++)
        {
            ulong key = 0;
            var end = Math.Min(MaxLength, text.Length - start);
            for (var length = 0; length < end; length++)
            {
                key |= (ulong)text[start + length] << (16 * length);
                var slot = Find(key);
                if (_keys[slot] == key)
                    counts[_inputs[slot]]++;
            }
        }
    }

    private void Add(string ngram, short input)
    {
        if (ngram.Length is 0 or > MaxLength || ngram.Contains('\0', StringComparison.Ordinal))
            throw new FormatException($"n-gram '{ngram}' is not one to {MaxLength} UTF-16 units");

        ulong key = 0;
        for (var i = 0; i < ngram.Length; i++)
            key |= (ulong)ngram[i] << (16 * i);

        var slot = Find(key);
        if (_keys[slot] == key)
            throw new FormatException($"n-gram '{ngram}' is there twice");
        _keys[slot] = key;
        _inputs[slot] = input;
    }

    // No key is 0, as no text holds U+0000: a slot with 0 is free.
    private int Find(ulong key)
    {
        var slot = (int)((key * Golden) >> _shift);
        while (_keys[slot] != key && _keys[slot] != 0)
            slot = (slot + 1) & (_keys.Length - 1);
        return slot;
    }
}
