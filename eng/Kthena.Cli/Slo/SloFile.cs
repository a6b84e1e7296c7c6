namespace Kthena.Cli.Slo;

/// <summary>A specification and the file of rules that is made of it.</summary>
/// <param name="Spec">The path of the specification.</param>
/// <param name="SpecName">How messages and the rules' header name it: from the repository's root, or where it is outside, by its name alone.</param>
/// <param name="Rules">The path of the rules.</param>
/// <param name="RulesName">How messages name the rules.</param>
internal sealed record SloFile(string Spec, string SpecName, string Rules, string RulesName)
{
    private static readonly string[] s_extensions = [".yml", ".yaml"];

    /// <summary>The files named, or those in <c>rules/slo</c>.</summary>
    /// <exception cref="ArgumentException">One is missing, or two would give the same rules.</exception>
    public static IReadOnlyList<SloFile> Find(string root, IReadOnlyList<string> specs, string? output)
    {
        var folder = Path.GetFullPath(output ?? Path.Join(root, "rules", "generated"));
        var found = specs.Count > 0 ? specs.Select(Path.GetFullPath) : FindDefault(Path.Join(root, "rules", "slo"));
        var files = found.Select(spec =>
        {
            if (!File.Exists(spec))
                throw new ArgumentException($"there is no file {spec}");
            var rules = Path.Join(folder, Path.GetFileNameWithoutExtension(spec) + ".yml");
            return new SloFile(spec, NameOf(root, spec) ?? Path.GetFileName(spec), rules, NameOf(root, rules) ?? rules);
        }).ToList();
        foreach (var same in files.GroupBy(file => file.Rules, StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new ArgumentException($"{string.Join(" and ", same.Select(file => file.SpecName))} would both give {same.First().RulesName}; rename one");
        return files;
    }

    private static IEnumerable<string> FindDefault(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ArgumentException($"there is no folder {folder}; name the specifications instead");
        return Directory.EnumerateFiles(folder).Where(file => s_extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static string? NameOf(string root, string path)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(root), path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative.Replace('\\', '/');
    }
}
