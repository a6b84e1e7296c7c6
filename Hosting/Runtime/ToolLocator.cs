namespace Aspire.Hosting.Runtime;

/// <summary>Finds a tool's binary: in <c>.tools/bin</c> first (<c>Stack:Tools</c> names another folder), then on PATH.</summary>
internal sealed class ToolLocator(IReadOnlyList<string> folders)
{
    public const string ConfigurationKey = "Stack:Tools";

    // Debian's name for a binary, where it differs from upstream's.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.Ordinal)
    {
        ["alertmanager"] = "prometheus-alertmanager",
    };

    public static ToolLocator For(IDistributedApplicationBuilder builder)
    {
        var tools = builder.Configuration[ConfigurationKey] ?? Path.Join("..", ".tools", "bin");
        var path = builder.Configuration["PATH"] ?? "";
        return new ToolLocator([Path.GetFullPath(tools, builder.AppHostDirectory), .. path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)]);
    }

    public string? Find(string tool)
    {
        string[] names = s_otherNames.TryGetValue(tool, out var other) ? [tool, other] : [tool];
        return folders.SelectMany(folder => names.Select(name => Path.Join(folder, name))).FirstOrDefault(File.Exists);
    }
}
