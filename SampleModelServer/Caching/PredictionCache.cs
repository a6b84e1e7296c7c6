namespace Kthena.SampleModelServer.Caching;

/// <summary>
/// The predictions of one loaded model that were used last, by text. All memory is taken once: general caches allocate an entry for every
/// miss, and a miss is the common case here.
/// </summary>
internal sealed class PredictionCache
{
    /// <summary>Longer texts are not kept, so that the cache has a bound in bytes too.</summary>
    public const int MaxTextLength = 1024;

    private const int None = -1;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _entries;
    private readonly string[] _texts;
    private readonly float[] _probabilities;
    private readonly int[] _tokens;
    private readonly int[] _newer;
    private readonly int[] _older;
    private readonly int _labels;
    private int _newest = None;
    private int _oldest = None;

    /// <param name="capacity">The most predictions, at least 1.</param>
    /// <param name="labels">The number of probabilities of a prediction.</param>
    public PredictionCache(int capacity, int labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _labels = labels;
        _entries = new Dictionary<string, int>(capacity, StringComparer.Ordinal);
        _texts = new string[capacity];
        _probabilities = new float[capacity * labels];
        _tokens = new int[capacity];
        _newer = new int[capacity];
        _older = new int[capacity];
    }

    /// <summary>Another cache of the same size, with nothing in it.</summary>
    public PredictionCache Emptied() => new(_texts.Length, _labels);

    /// <summary>Whether a prediction is kept; it does not count as used.</summary>
    public bool Contains(string text)
    {
        lock (_lock)
            return _entries.ContainsKey(text);
    }

    /// <summary>Copies a kept prediction and makes it the one used last.</summary>
    /// <returns>False when there is none for this text.</returns>
    public bool TryGet(string text, Span<float> probabilities, out int tokens)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(text, out var entry))
            {
                tokens = 0;
                return false;
            }

            Unlink(entry);
            LinkNewest(entry);
            Of(entry).CopyTo(probabilities);
            tokens = _tokens[entry];
            return true;
        }
    }

    /// <summary>Keeps a prediction in place of the one that was not used for longest.</summary>
    public void Add(string text, ReadOnlySpan<float> probabilities, int tokens)
    {
        if (text.Length > MaxTextLength)
            return;

        lock (_lock)
        {
            if (_entries.ContainsKey(text))
                return;

            var entry = Free();
            _entries.Add(text, entry);
            _texts[entry] = text;
            probabilities.CopyTo(Of(entry));
            _tokens[entry] = tokens;
            LinkNewest(entry);
        }
    }

    private Span<float> Of(int entry) => _probabilities.AsSpan(entry * _labels, _labels);

    private int Free()
    {
        if (_entries.Count < _texts.Length)
            return _entries.Count;

        var entry = _oldest;
        _entries.Remove(_texts[entry]);
        Unlink(entry);
        return entry;
    }

    private void LinkNewest(int entry)
    {
        _newer[entry] = None;
        _older[entry] = _newest;
        if (_newest == None)
            _oldest = entry;
        else
            _newer[_newest] = entry;
        _newest = entry;
    }

    private void Unlink(int entry)
    {
        var (newer, older) = (_newer[entry], _older[entry]);
        if (newer == None)
            _newest = older;
        else
            _older[newer] = older;
        if (older == None)
            _oldest = newer;
        else
            _newer[older] = newer;
    }
}
