using System.Buffers;
using System.Text.Json;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>Writes bodies of <c>POST /classify</c>. Not for several threads at once.</summary>
internal sealed class RequestBody
{
    private static readonly JsonEncodedText s_model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText s_priority = JsonEncodedText.Encode("priority");
    private static readonly JsonEncodedText s_input = JsonEncodedText.Encode("input");

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>A body with the first of the texts, or a list of them all.</summary>
    public byte[] Write(JsonEncodedText model, Priority priority, IReadOnlyList<JsonEncodedText> input, bool isList)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer);
        writer.WriteStartObject();
        writer.WriteString(s_model, model);
        writer.WriteString(s_priority, priority.Encoded());
        if (isList)
            WriteList(writer, input);
        else
            writer.WriteString(s_input, input[0]);
        writer.WriteEndObject();
        writer.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<JsonEncodedText> input)
    {
        writer.WriteStartArray(s_input);
        for (var i = 0; i < input.Count; i++)
            writer.WriteStringValue(input[i]);
        writer.WriteEndArray();
    }
}
