namespace Kthena.Cli.Testing;

/// <summary>A project under <c>tests/</c> whose name ends in <c>Tests</c>, and where its build lies.</summary>
internal sealed record TestProject(string Name, string AssemblyPath)
{
    private static readonly string[] s_graphs = ["Browser", "EndToEnd", "Integration"];

    /// <summary>All test projects of the repository, in the order in which they run: those of the whole graph last.</summary>
    public static IReadOnlyList<TestProject> FindAll(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetFileNameWithoutExtension(p)!)
            .OrderBy(RunsTheGraph).ThenBy(n => n, StringComparer.Ordinal)
            .Select(n => new TestProject(n, Path.Combine(root, "artifacts", "bin", n, "release", n + ".dll")))];

    /// <summary>The projects whose names contain one of the given words; all of them when there are none.</summary>
    /// <exception cref="ArgumentException">A word is in no project's name.</exception>
    public static IReadOnlyList<TestProject> Select(IReadOnlyList<TestProject> all, IReadOnlyCollection<string> words)
    {
        if (words.FirstOrDefault(w => !all.Any(p => p.IsNamed(w))) is { } unknown)
            throw new ArgumentException($"no test project's name contains '{unknown}'; there are: {string.Join(", ", all.Select(p => p.Name))}");
        return words.Count == 0 ? all : [.. all.Where(p => words.Any(p.IsNamed))];
    }

    private bool IsNamed(string word) => Name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool RunsTheGraph(string name) =>
        s_graphs.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
