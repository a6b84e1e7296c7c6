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

    /// <summary>Does something while a file reads differently.</summary>
    public async Task<T> WithAsync<T>(string file, string text, Func<Task<T>> action)
    {
        var original = await File.ReadAllTextAsync(this[file], CancellationToken.None);
        await File.WriteAllTextAsync(this[file], text, CancellationToken.None);
        try
        {
            return await action();
        }
        finally
        {
            await File.WriteAllTextAsync(this[file], original, CancellationToken.None);
        }
    }
}
