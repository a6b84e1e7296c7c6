using System.Text.Json;

namespace Kthena.SampleModelServer.Models.Safetensors;

/// <summary>
/// The header of a safetensors file (https://huggingface.co/docs/safetensors): a JSON object of tensors and one map of strings,
/// <c>__metadata__</c>. Everything in it is checked against the file before any of it is believed.
/// </summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataKey = "__metadata__";

    // All element types of the format whose size is whole bytes.
    private static readonly Dictionary<string, int> s_sizes = new()
    {
        ["BOOL"] = 1, ["U8"] = 1, ["I8"] = 1, ["F8_E5M2"] = 1, ["F8_E4M3"] = 1,
        ["I16"] = 2, ["U16"] = 2, ["F16"] = 2, ["BF16"] = 2,
        ["I32"] = 4, ["U32"] = 4, ["F32"] = 4,
        ["F64"] = 8, ["I64"] = 8, ["U64"] = 8,
    };

    private SafetensorsHeader(Dictionary<string, string> metadata, Dictionary<string, TensorEntry> tensors)
    {
        Metadata = metadata;
        Tensors = tensors;
    }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public IReadOnlyDictionary<string, TensorEntry> Tensors { get; }

    /// <exception cref="FormatException">The header breaks the format; the message says where.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Parse(document.RootElement, dataLength);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"the header is not JSON: {exception.Message}", exception);
        }
    }

    private static SafetensorsHeader Parse(JsonElement root, long dataLength)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("the header is not a JSON object");

        var metadata = new Dictionary<string, string>();
        var tensors = new Dictionary<string, TensorEntry>();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataKey)
                metadata = ParseMetadata(property.Value);
            else
                tensors.Add(property.Name, ParseTensor(property.Name, property.Value));
        }

        CheckLayout(tensors.Values, dataLength);
        return new SafetensorsHeader(metadata, tensors);
    }

    private static Dictionary<string, string> ParseMetadata(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.EnumerateObject().Any(property => property.Value.ValueKind != JsonValueKind.String))
            throw new FormatException($"{MetadataKey} is not an object of strings");

        return element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
    }

    private static TensorEntry ParseTensor(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("dtype", out var type) || type.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("shape", out var shape) || !TryIntegers(shape, out var dimensions)
            || !element.TryGetProperty("data_offsets", out var offsets) || !TryIntegers(offsets, out var range) || range.Length != 2)
        {
            throw new FormatException($"tensor '{name}' needs a dtype, a shape and two data_offsets");
        }

        if (!s_sizes.TryGetValue(type.GetString()!, out var size))
            throw new FormatException($"tensor '{name}' has the unknown dtype '{type.GetString()}'");

        if (dimensions.Any(dimension => dimension > Array.MaxLength))
            throw new FormatException($"tensor '{name}' has a dimension above {Array.MaxLength}");

        var entry = new TensorEntry(name, type.GetString()!, [.. dimensions.Select(dimension => (int)dimension)], range[0], range[1]);
        if (dimensions.Aggregate((Int128)size, (product, dimension) => product * dimension) != entry.Length)
            throw new FormatException($"tensor '{name}' is {entry} and cannot take {entry.Length} bytes");

        return entry;
    }

    private static bool TryIntegers(JsonElement element, out long[] values)
    {
        values = [];
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > 8)
            return false;

        values = [.. element.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var value) ? value : -1)];
        return values.All(value => value >= 0);
    }

    // The format allows neither gaps nor overlaps, so that no byte of a file is hidden or read twice.
    private static void CheckLayout(IEnumerable<TensorEntry> tensors, long dataLength)
    {
        long end = 0;
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin != end)
                throw new FormatException($"tensor '{tensor.Name}' begins at byte {tensor.Begin} instead of {end}");
            end = tensor.End;
        }

        if (end != dataLength)
            throw new FormatException($"the tensors take {end} bytes and the file has {dataLength}: it is cut off or has a tail");
    }
}
