using System.Text.RegularExpressions;

namespace Kthena.Mutations.Rules;

/// <summary>The folder <c>rules/</c>: its rule files, and the promtool tests that load them.</summary>
public sealed partial class RuleFolder
{
    private static readonly string[] s_folders = ["alerts", "recording", "generated"];

    private readonly ILookup<string, string> _readers;
    private readonly ILookup<string, string> _reads;

    private RuleFolder(string path, IReadOnlyList<RuleFile> files, IReadOnlyList<TestFile> tests)
    {
        (Path, Files, Tests) = (path, files, tests);
        var recorded = files.SelectMany(f => f.Rules).Where(r => !r.IsAlert).Select(r => r.Name).ToHashSet();
        var reads = files.SelectMany(f => f.Rules).SelectMany(rule => SeriesOf(rule).Where(recorded.Contains).Select(series => (Reader: rule.Name, Series: series))).Distinct().ToList();
        _readers = reads.ToLookup(r => r.Series, r => r.Reader);
        _reads = reads.ToLookup(r => r.Reader, r => r.Series);
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
        var names = Reach([rule.Name], _readers);
        return
        [
            .. Tests.Where(t => t.Loads(rule.File)).OrderByDescending(t => System.IO.Path.GetFileName(t.Path) == System.IO.Path.GetFileName(rule.File))
                .SelectMany(t => t.Cases).Where(c => c.IsAbout(names)),
        ];
    }

    /// <summary>The names of the rules that a rule's cases need: what they are about, and all that it reads. The other rules change nothing in them.</summary>
    public IReadOnlySet<string> RulesForCasesOf(Rule rule)
    {
        var cases = CasesOf(rule);
        return cases.Any(c => c.IsAboutEverything)
            ? Files.SelectMany(f => f.Rules).Select(r => r.Name).ToHashSet()
            : Reach(cases.SelectMany(c => c.Subjects).Append(rule.Name), _reads);
    }

    private static HashSet<string> Reach(IEnumerable<string> from, ILookup<string, string> edges)
    {
        var reached = from.ToHashSet();
        for (var open = new Queue<string>(reached); open.TryDequeue(out var name);)
        {
            foreach (var next in edges[name].Where(reached.Add))
                open.Enqueue(next);
        }

        return reached;
    }

    // An annotation may query a series too; a word of its prose that is no series does no harm.
    private static IEnumerable<string> SeriesOf(Rule rule) =>
        TestCase.SeriesIn(rule["expr"]?.Value ?? "").Concat(rule.FieldsBelow("annotations.").SelectMany(a => Word().Matches(a.Value).Select(m => m.Value)));

    [GeneratedRegex("[a-zA-Z_][a-zA-Z0-9_:]*")]
    private static partial Regex Word();

    private static IEnumerable<T> Yaml<T>(string root, string folder, Func<string, string, T> parse)
    {
        var path = System.IO.Path.Join(root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yml").Order(StringComparer.Ordinal).Select(f => parse($"{folder}/{System.IO.Path.GetFileName(f)}", File.ReadAllText(f)))
            : [];
    }
}
