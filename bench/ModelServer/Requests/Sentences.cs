namespace Kthena.Bench.ModelServer.Requests;

/// <summary>The traffic generator's sentences, in many languages.</summary>
internal static class Sentences
{
    public static IReadOnlyList<string> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sentences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())];
}
