namespace Kthena.GpuExporter.Attribution.Local;

/// <summary>
/// Finds the model in the command line of an inference engine: the name that it serves, else the model that it loads.
/// Source: vLLM, Engine Arguments (<c>--served-model-name</c>, <c>--model</c>, <c>vllm serve</c>).
/// </summary>
internal static class CommandLineModel
{
    private const string Engine = "vllm";

    public static string? In(IReadOnlyList<string> words)
    {
        if (Option(words, "--served-model-name") is { } served)
            return served;
        // Many a program has an option --model.
        if (!words.Any(word => word.Contains(Engine, StringComparison.OrdinalIgnoreCase)))
            return null;
        return Option(words, "--model") ?? Served(words);
    }

    private static string? Option(IReadOnlyList<string> words, string name)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == name && i + 1 < words.Count)
                return words[i + 1];
            if (words[i].Length > name.Length + 1 && words[i].StartsWith(name, StringComparison.Ordinal) && words[i][name.Length] == '=')
                return words[i][(name.Length + 1)..];
        }

        return null;
    }

    private static string? Served(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (Path.GetFileName(words[i]) == Engine && words[i + 1] == "serve" && !words[i + 2].StartsWith('-'))
                return words[i + 2];
        }

        return null;
    }
}
