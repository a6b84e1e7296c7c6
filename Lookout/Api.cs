using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kthena.Lookout;

/// <summary>How Lookout's own answers are written.</summary>
internal static class Api
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
