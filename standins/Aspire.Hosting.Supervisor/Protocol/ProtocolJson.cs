using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Supervisor.Protocol;

[JsonSerializable(typeof(SupervisorRequest))]
[JsonSerializable(typeof(SupervisorEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>Nothing here is embedded in a page, so letters beyond ASCII stay as they are.</summary>
    public static ProtocolJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
