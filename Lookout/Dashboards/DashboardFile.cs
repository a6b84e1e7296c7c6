using System.Text.Json;

namespace Kthena.Lookout.Dashboards;

/// <summary>A file of the folder.</summary>
/// <param name="Summary">What it says of itself, or why it cannot be shown.</param>
/// <param name="Content">Its bytes; empty when it cannot be read.</param>
internal sealed record DashboardFile(DashboardSummary Summary, ReadOnlyMemory<byte> Content)
{
    // Grafana's own largest are a tenth of it.
    private const long MostBytes = 8 << 20;

    public static async Task<DashboardFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                return Broken(name, $"{Path.GetFileName(path)} is larger than {MostBytes >> 20} MB.");
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            return new(Summarize(content), content);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Broken(name, $"{Path.GetFileName(path)}: {e.Message}");
        }
    }

    public static DashboardFile Broken(string name, string error) => new(new(name, name, Description: null, [], error), default);

    private static DashboardSummary Summarize(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("it is not a JSON object.");
        return new(
            Text(root, "uid") ?? throw new InvalidDataException("it has no \"uid\"."),
            Text(root, "title") ?? throw new InvalidDataException("it has no \"title\"."),
            Text(root, "description"),
            root.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
                : []);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
