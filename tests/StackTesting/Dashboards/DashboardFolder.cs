namespace Kthena.StackTesting.Dashboards;

/// <summary>The dashboards of the repository, <c>dashboards/*.json</c>.</summary>
public static class DashboardFolder
{
    public static string Path { get; } = System.IO.Path.Join(Repository.Root, "dashboards");

    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Files { get; }
        = [.. Directory.EnumerateFiles(Path, "*.json").Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static Dashboard Read(string file) => Dashboard.Parse(file, File.ReadAllText(System.IO.Path.Join(Path, file)));

    public static IReadOnlyList<Dashboard> ReadAll() => [.. Files.Select(Read)];
}
