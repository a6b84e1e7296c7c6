using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Kthena.Bench.ModelServer.Metrics;

/// <summary>
/// Makes models that differ in name only: safetensors files (eight bytes with the length of the header, the header in JSON, the tensors) whose
/// metadata has another <c>model_id</c>.
/// </summary>
internal sealed class ModelCopies
{
    private readonly JsonNode _header;
    private readonly byte[] _tensors;

    public ModelCopies(string model)
    {
        var file = File.ReadAllBytes(model);
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        _header = JsonNode.Parse(file.AsSpan(sizeof(ulong), length))!;
        _tensors = file[(sizeof(ulong) + length)..];
    }

    /// <summary>Writes so many models into a folder.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(string folder, int count, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string[] ids = [.. Enumerable.Range(0, count).Select(number => $"model-{number:0000}")];
        foreach (var id in ids)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{id}.safetensors"), Named(id), cancellationToken);
        return ids;
    }

    // Offsets of tensors count from the end of the header, so it may change its length; the format pads it with spaces to a multiple of eight.
    private byte[] Named(string id)
    {
        _header["__metadata__"]!["model_id"] = id;
        var header = System.Text.Encoding.UTF8.GetBytes(_header.ToJsonString());
        var padded = (header.Length + 7) / 8 * 8;
        var file = new byte[sizeof(ulong) + padded + _tensors.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)padded);
        file.AsSpan(sizeof(ulong), padded).Fill((byte)' ');
        header.CopyTo(file.AsSpan(sizeof(ulong)));
        _tensors.CopyTo(file.AsSpan(sizeof(ulong) + padded));
        return file;
    }
}
