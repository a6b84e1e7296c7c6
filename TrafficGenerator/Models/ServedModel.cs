using System.Text.Json;

namespace Kthena.TrafficGenerator.Models;

/// <summary>A model that the server names as ready.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsBase">False where it names another model as its root, from which it derives.</param>
internal sealed record ServedModel(string Id, bool IsBase)
{
    /// <summary>The id, ready for a body.</summary>
    public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(Id);
}
