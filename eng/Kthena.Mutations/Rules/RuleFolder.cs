namespace Kthena.Mutations.Rules;

/// <summary>The folder <c>rules/</c>: its rule files, and the promtool tests that load them.</summary>
public sealed class RuleFolder
{
    private static readonly string[] s_folders = ["alerts", "recording", "generated"];

    private readonly Dictionary<string, string[]> _readBy;

    private RuleFolder(string path, IReadOnlyList<RuleFile> files, IReadOnlyList<TestFile> tests)
    {
        (Path, Files, Tests) = (path, files, tests);
        _readBy = files.SelectMany(f => f.Rules)
            .SelectMany(rule => TestCase.SeriesIn(rule["expr"]?.Value ?? "").Select(series => (Series: series, Reader: rule.Name)))
            .GroupBy(r => r.Series).ToDictionary(g => g.Key, g => g.Select(r => r.Reader).Distinct().ToArray());
    }

    /// <summary>The absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The rule files in order of their paths.</summary>
    public IReadOnlyList<RuleFile> Files { get; }

    /// <summary>The files of promtool tests in order of their paths.</summary>
    public IReadOnlyList<TestFile> Tests { get; }

    /// <summary>Reads the folder <c>rules</c> of a repository.</summary>
    /// <exception cref="InvalidDataException">There are no rules, or a file is not what its folder says.</exception>
    public static RuleFolder Read(string root)
    {
        var path = System.IO.Path.Join(root, "rules");
        var files = s_folders.SelectMany(folder => Yaml(path, folder, RuleFile.Parse)).ToList();
        if (files.Count == 0)
            throw new InvalidDataException($"no rule file in {string.Join(", ", s_folders.Select(f => $"{path}/{f}"))}");
        try
        {
            return new(path, files, [.. Yaml(path, "tests", TestFile.Parse)]);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"an expression in {path}: {e.Message}", e);
        }
    }

    /// <summary>
    /// The cases that could notice a change of a rule: those that load its file and are about it, or about a rule that reads what it records, however
    /// indirectly. The file that bears the name of the rule's file comes first.
    /// </summary>
    public IReadOnlyList<TestCase> CasesOf(Rule rule)
    {
        var names = new HashSet<string> { rule.Name };
        for (var open = new Queue<string>(names); open.TryDequeue(out var name);)
        {
            foreach (var reader in _readBy.GetValueOrDefault(name, []).Where(names.Add))
                open.Enqueue(reader);
        }

        return
        [
            .. Tests.Where(t => t.Loads(rule.File)).OrderByDescending(t => System.IO.Path.GetFileName(t.Path) == System.IO.Path.GetFileName(rule.File))
                .SelectMany(t => t.Cases).Where(c => c.IsAbout(names)),
        ];
    }

    private static IEnumerable<T> Yaml<T>(string root, string folder, Func<string, string, T> parse)
    {
        var path = System.IO.Path.Join(root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yml").Order(StringComparer.Ordinal).Select(f => parse($"{folder}/{System.IO.Path.GetFileName(f)}", File.ReadAllText(f)))
            : [];
    }
}
