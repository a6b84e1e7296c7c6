namespace Kthena.Cli.Tests;

/// <summary>The repository that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "kthena")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not in a checkout"));
}
