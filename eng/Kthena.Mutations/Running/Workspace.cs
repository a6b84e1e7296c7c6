using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>A copy of the rules and their tests in which one mutation after another is tried.</summary>
internal sealed class Workspace
{
    private readonly string _path;

    public Workspace(RuleFolder rules, string path)
    {
        _path = path;
        foreach (var file in Directory.EnumerateFiles(rules.Path, "*.yml", SearchOption.AllDirectories))
        {
            var copy = Path.Join(path, Path.GetRelativePath(rules.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The absolute path of a file in the copy.</summary>
    public string this[string file] => Path.Join(_path, file);

    /// <summary>Writes files of the copy; those that a mutation does not name are still as the last one left them.</summary>
    public void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (file, text) in files)
            File.WriteAllText(this[file], text);
    }
}
