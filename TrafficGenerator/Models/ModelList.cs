using System.Text.Json.Serialization;

namespace Kthena.TrafficGenerator.Models;

/// <summary>The answer to <c>GET /v1/models</c>, as far as traffic needs it.</summary>
internal sealed record ModelList([property: JsonPropertyName("data")] IReadOnlyList<ListedModel>? Data);

/// <summary>A model of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Root">vLLM's field: the model that it derives from, itself for a base model; null where the server does not say.</param>
/// <param name="State">This project's field: <c>loaded</c> while it answers; null where the server does not say.</param>
internal sealed record ListedModel(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("root")] string? Root,
    [property: JsonPropertyName("state")] string? State)
{
    /// <summary>True where it can be asked.</summary>
    public bool IsServed => !string.IsNullOrEmpty(Id) && State is null or "loaded";

    public ServedModel ToServed() => new(Id!, Root is null || Root == Id);
}

/// <summary>Reads the list without reflection.</summary>
[JsonSerializable(typeof(ModelList))]
internal sealed partial class ModelJson : JsonSerializerContext;
