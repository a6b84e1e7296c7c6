using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Kthena.StackTesting;

/// <summary>
/// Copies of the sample's base model under other ids, in a folder of their own, so that a graph serves as many models as a test needs.
/// </summary>
public sealed class ModelCopies : IDisposable
{
    private const string Metadata = "__metadata__";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-models-");

    private ModelCopies(IReadOnlyList<string> ids) => Ids = ids;

    /// <summary>The models' ids.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The AppHost's arguments for a graph that serves them.</summary>
    public IEnumerable<string> Arguments => Ids.Select((id, index) => $"--Models:Ids:{index}={id}").Prepend($"--Models:Directory={_folder.FullName}");

    /// <summary>Writes a copy for each id; an id that a built model has is that model as it is.</summary>
    public static ModelCopies Of(params IReadOnlyList<string> ids)
    {
        var copies = new ModelCopies(ids);
        foreach (var id in ids)
            copies.Write(id);
        return copies;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string id)
    {
        var built = Path.Join(Repository.Root, "artifacts", "obj", "SampleModelServer", "models");
        var own = Path.Join(built, $"{id}.safetensors");
        var target = Path.Join(_folder.FullName, $"{id}.safetensors");
        if (File.Exists(own))
            File.Copy(own, target);
        else
            File.WriteAllBytes(target, Renamed(File.ReadAllBytes(Path.Join(built, "lande-t50.safetensors")), id));
    }

    // Eight bytes with the length of the header, the header as JSON, the tensors.
    private static byte[] Renamed(byte[] model, string id)
    {
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(model);
        var header = JsonNode.Parse(model.AsSpan(sizeof(ulong), length))!;
        header[Metadata]!["model_id"] = id;
        var json = System.Text.Encoding.UTF8.GetBytes(header.ToJsonString());
        var renamed = new byte[sizeof(ulong) + json.Length + model.Length - sizeof(ulong) - length];
        BinaryPrimitives.WriteUInt64LittleEndian(renamed, (ulong)json.Length);
        json.CopyTo(renamed, sizeof(ulong));
        model.AsSpan(sizeof(ulong) + length).CopyTo(renamed.AsSpan(sizeof(ulong) + json.Length));
        return renamed;
    }
}
