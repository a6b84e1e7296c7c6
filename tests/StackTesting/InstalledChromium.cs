namespace Kthena.StackTesting;

/// <summary>The browser of this machine. None is ever downloaded here.</summary>
public static class InstalledChromium
{
    private const string Variable = "PLAYWRIGHT_CHROMIUM_PATH";

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Null when there is none.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Why nothing can run in a browser; null when it can.</summary>
    public static string? Refusal { get; } = Path is null
        ? $"no browser: none of {string.Join(", ", s_names)} is on PATH, and {Variable} names none. Get it with: ./kthena setup"
        : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            return File.Exists(path) ? path : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return s_names.SelectMany(name => folders.Select(folder => System.IO.Path.Join(folder, name))).FirstOrDefault(File.Exists);
    }
}
