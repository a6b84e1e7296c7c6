using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Kthena.Mutations.Rules;

/// <summary>The folder <c>rules/</c>: its rule files, and the promtool tests that load them.</summary>
public sealed class RuleFolder
{
    private static readonly string[] s_folders = ["alerts", "recording", "generated"];

    private readonly Dictionary<string, HashSet<string>> _loadedByTest = [];

    private RuleFolder(string path) => Path = path;

    /// <summary>The absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The rule files in order of their paths.</summary>
    public IReadOnlyList<RuleFile> Files { get; private init; } = [];

    /// <summary>Reads the folder <c>rules</c> of a repository.</summary>
    /// <exception cref="InvalidDataException">There are no rules, or a file is not what its folder says.</exception>
    public static RuleFolder Read(string root)
    {
        var path = System.IO.Path.Join(root, "rules");
        var folder = new RuleFolder(path)
        {
            Files = [.. s_folders.SelectMany(f => YamlIn(path, f)).Select(f => RuleFile.Parse(f, File.ReadAllText(System.IO.Path.Join(path, f))))],
        };
        if (folder.Files.Count == 0)
            throw new InvalidDataException($"no rule file in {string.Join(", ", s_folders.Select(f => $"{path}/{f}"))}");
        foreach (var test in YamlIn(path, "tests"))
            folder._loadedByTest[test] = [.. RuleFilesOf(path, test)];
        return folder;
    }

    /// <summary>The test files that load a rule file, the one of its own name first; paths from the folder.</summary>
    public IReadOnlyList<string> TestsOf(string file) =>
    [
        .. _loadedByTest.Where(t => t.Value.Contains(file)).Select(t => t.Key)
            .OrderByDescending(t => System.IO.Path.GetFileName(t) == System.IO.Path.GetFileName(file)).ThenBy(t => t, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> YamlIn(string root, string folder)
    {
        var path = System.IO.Path.Join(root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yml").Select(f => $"{folder}/{System.IO.Path.GetFileName(f)}").Order(StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<string> RuleFilesOf(string root, string test)
    {
        try
        {
            var file = new DeserializerBuilder().IgnoreUnmatchedProperties().Build()
                .Deserialize<TestFile?>(File.ReadAllText(System.IO.Path.Join(root, test)));
            var folder = System.IO.Path.GetDirectoryName(System.IO.Path.Join(root, test))!;
            return [.. (file?.RuleFiles ?? []).SelectMany(pattern => Expand(System.IO.Path.GetFullPath(pattern, folder)))
                .Select(f => System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'))];
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"rules/{test}:{e.Start.Line}: {e.Message}", e);
        }
    }

    // promtool takes patterns; those in a file's name are the ones in use.
    private static IEnumerable<string> Expand(string pattern) =>
        pattern.Contains('*', StringComparison.Ordinal)
            ? Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(pattern)!, System.IO.Path.GetFileName(pattern))
            : [pattern];

    private sealed class TestFile
    {
        [YamlMember(Alias = "rule_files")]
        public List<string>? RuleFiles { get; init; }
    }
}
