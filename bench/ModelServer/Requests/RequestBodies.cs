using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Kthena.Bench.ModelServer.Requests;

/// <summary>
/// Bodies of <c>POST /classify</c>. Each carries its number in every text, so that no cache has seen it; they are made by writing that number
/// into a copy of the first one, which costs the client next to nothing.
/// </summary>
internal sealed class RequestBodies
{
    private const string Mark = "@00000000@";

    private readonly byte[] _first;
    private readonly int[] _marks;
    private int _number;

    /// <param name="model">The model asked for.</param>
    /// <param name="texts">The texts of every request; one text is sent as a string, several as a list.</param>
    public RequestBodies(string model, IReadOnlyList<string> texts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WritePropertyName("input");
            if (texts.Count > 1)
                writer.WriteStartArray();
            foreach (var text in texts)
                writer.WriteStringValue($"{text} {Mark}");
            if (texts.Count > 1)
                writer.WriteEndArray();
            writer.WriteEndObject();
        }

        _first = stream.ToArray();
        _marks = [.. MarksIn(_first)];
        Texts = texts.Count;
    }

    /// <summary>The texts of a request.</summary>
    public int Texts { get; }

    /// <summary>The size of a body.</summary>
    public int Length => _first.Length;

    /// <summary>A body that was not there before. May be called by several threads at once.</summary>
    public byte[] Next()
    {
        var body = _first.AsSpan().ToArray();
        var number = Interlocked.Increment(ref _number);
        foreach (var mark in _marks)
            Utf8Formatter.TryFormat(number, body.AsSpan(mark + 1), out _, new System.Buffers.StandardFormat('D', 8));
        return body;
    }

    private static IEnumerable<int> MarksIn(byte[] body)
    {
        var mark = Encoding.ASCII.GetBytes(Mark);
        for (var at = body.AsSpan().IndexOf(mark); at >= 0;)
        {
            yield return at;
            var after = at + mark.Length;
            var next = body.AsSpan(after).IndexOf(mark);
            at = next < 0 ? -1 : after + next;
        }
    }
}
