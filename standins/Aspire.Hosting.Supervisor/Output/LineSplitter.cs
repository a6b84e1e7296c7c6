using System.Text;

namespace Aspire.Hosting.Supervisor.Output;

/// <summary>
/// Turns chunks of bytes into lines. Bytes that are no UTF-8 become U+FFFD; a line longer than <see cref="MaximumLength"/> is cut into
/// several, so that a program that never ends its line takes no memory without bound.
/// </summary>
internal sealed class LineSplitter
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumLength = 8192;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();
    private char[] _characters = [];

    /// <summary>The lines that end within this chunk.</summary>
    public IReadOnlyList<string> Append(ReadOnlySpan<byte> chunk) => Append(chunk, isLast: false);

    /// <summary>What is left when the stream has ended without an end of line.</summary>
    public IReadOnlyList<string> Complete()
    {
        var lines = Append([], isLast: true);
        return _line.Length == 0 ? lines : [.. lines, TakeLine()];
    }

    private List<string> Append(ReadOnlySpan<byte> chunk, bool isLast)
    {
        var needed = Encoding.UTF8.GetMaxCharCount(chunk.Length);
        if (_characters.Length < needed) _characters = new char[needed];
        var rest = _characters.AsSpan(0, _decoder.GetChars(chunk, _characters, isLast));
        List<string> lines = [];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            var segment = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            AppendSegment(segment, lines);
            if (end >= 0) lines.Add(TakeLine());
        }

        return lines;
    }

    private void AppendSegment(ReadOnlySpan<char> segment, List<string> lines)
    {
        while (_line.Length + segment.Length > MaximumLength)
        {
            var length = MaximumLength - _line.Length;
            // A surrogate pair stays together.
            if (length > 0 && char.IsHighSurrogate(segment[length - 1])) length--;
            _line.Append(segment[..length]);
            segment = segment[length..];
            lines.Add(TakeLine());
        }

        _line.Append(segment);
    }

    private string TakeLine()
    {
        if (_line.Length > 0 && _line[^1] == '\r') _line.Length--;
        var line = _line.ToString();
        _line.Clear();
        return line;
    }
}
