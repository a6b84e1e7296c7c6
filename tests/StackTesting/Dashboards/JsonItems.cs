using System.Text.Json.Nodes;

namespace Kthena.StackTesting.Dashboards;

/// <summary>Reads arrays that a dashboard may leave out.</summary>
public static class JsonItems
{
    /// <summary>The objects of an array; none when there is no array.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? array) => array is JsonArray items ? items.OfType<JsonObject>() : [];

    /// <summary>The texts of an array; none when there is no array.</summary>
    public static IEnumerable<string> Texts(this JsonNode? array) => array is JsonArray items ? items.Select(item => (string?)item ?? "") : [];
}
