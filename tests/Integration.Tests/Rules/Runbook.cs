using System.Text.RegularExpressions;
using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Rules;

/// <summary>A runbook as its reader sees it: a title, sections, queries to run and links to follow.</summary>
internal sealed partial record Runbook(string Title, IReadOnlyList<RunbookSection> Sections)
{
    public static string Folder { get; } = Path.Join(Repository.Root, "rules", "runbooks");

    /// <summary>The names of the alerts that have one. What they share is in README.md.</summary>
    public static IEnumerable<string> Alerts
        => Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "README").Order(StringComparer.Ordinal);

    public IEnumerable<string> Queries => Sections.SelectMany(section => section.Queries);

    /// <summary>Links to files beside it.</summary>
    public IEnumerable<string> Links
        => Sections.SelectMany(section => Link().Matches(section.Prose)).Select(link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

    public static Runbook Read(string alert)
    {
        var sections = new List<RunbookSection>();
        var title = "";
        string? fence = null;
        foreach (var line in File.ReadLines(Path.Join(Folder, $"{alert}.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence is null ? line[3..].Trim() : null;
                if (fence is not null && sections.Count > 0) sections[^1].Blocks.Add((fence, new()));
            }
            else if (fence is not null)
                sections[^1].Blocks[^1].Lines.Add(line);
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                sections.Add(new(line[3..].Trim()));
            else if (line.StartsWith("# ", StringComparison.Ordinal))
                title = line[2..].Trim();
            else if (sections.Count > 0)
                sections[^1].ProseLines.Add(line);
        }

        return new(title, sections);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#]+)")]
    private static partial Regex Link();
}

/// <summary>A section: its prose, and its fenced blocks with the language of each.</summary>
internal sealed record RunbookSection(string Name)
{
    public List<string> ProseLines { get; } = [];

    public List<(string Language, List<string> Lines)> Blocks { get; } = [];

    public string Prose => string.Join('\n', ProseLines).Trim();

    public IEnumerable<string> Queries => Blocks.Where(block => block.Language == "promql").Select(block => string.Join('\n', block.Lines));
}
