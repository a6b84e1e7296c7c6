using System.Text.Json;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>The texts as a file that every worker reads.</summary>
internal static class TextFile
{
    public static async Task<string> WriteAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var path = Path.Combine(run.Folder, "texts.json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(run.Texts), cancellationToken);
        return path;
    }
}
