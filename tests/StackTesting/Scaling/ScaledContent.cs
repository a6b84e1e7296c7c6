namespace Kthena.StackTesting.Scaling;

/// <summary>A copy of the repository's <c>config/</c>, <c>rules/</c> and <c>dashboards/</c> in which time runs faster.</summary>
public sealed class ScaledContent : IDisposable
{
    private static readonly string[] s_folders = ["config", "rules", "dashboards"];

    private ScaledContent(string directory) => Directory = directory;

    public string Directory { get; }

    /// <param name="repository">The root of the repository.</param>
    /// <param name="scalesRules">Whether <c>rules/</c> is scaled too, or copied as it is.</param>
    public static ScaledContent Of(string repository, bool scalesRules = true)
    {
        var copy = System.IO.Directory.CreateTempSubdirectory("kthena-scaled-").FullName;
        foreach (var file in s_folders.SelectMany(folder =>
            System.IO.Directory.EnumerateFiles(Path.Join(repository, folder), "*", SearchOption.AllDirectories)))
        {
            var target = Path.Join(copy, Path.GetRelativePath(repository, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(target, IsScaled(file, repository, scalesRules) ? DurationScale.Apply(text) : text);
        }

        return new ScaledContent(copy);
    }

    private static bool IsScaled(string file, string repository, bool scalesRules)
        => Path.GetExtension(file) is ".yml" or ".yaml" && (scalesRules || !file.StartsWith(Path.Join(repository, "rules"), StringComparison.Ordinal));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
