using System.Text.Json;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>How urgent a request is, as <c>POST /classify</c> knows it.</summary>
internal enum Priority
{
    High,
    Normal,
    Low,
}

internal static class Priorities
{
    private static readonly string[] s_names = ["high", "normal", "low"];
    private static readonly JsonEncodedText[] s_encoded = [.. s_names.Select(name => JsonEncodedText.Encode(name))];

    public static IReadOnlyList<Priority> All { get; } = Enum.GetValues<Priority>();

    /// <summary>The name in the API and on metrics.</summary>
    public static string Name(this Priority priority) => s_names[(int)priority];

    public static JsonEncodedText Encoded(this Priority priority) => s_encoded[(int)priority];
}
