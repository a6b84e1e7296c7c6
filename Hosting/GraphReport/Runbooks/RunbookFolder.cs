using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.GraphReport.Runbooks;

/// <summary>
/// The runbooks of a folder, one file for each alert, named after it. Only names that the folder lists are ever opened, so no request
/// can name another file. They are listed and read anew each time: an edit shows at once.
/// </summary>
internal sealed partial record RunbookFolder(string Directory) : IResourceAnnotation
{
    /// <summary>The names of the files, e.g. <c>Watchdog.md</c>, sorted.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. System.IO.Directory.EnumerateFiles(Directory, "*.md").Select(file => Path.GetFileName(file)!)
            .Where(file => FileName().IsMatch(file)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The Markdown of a runbook; null when there is none of that name.</summary>
    public async Task<string?> ReadAsync(string file, CancellationToken cancellationToken)
        => Files.Contains(file, StringComparer.Ordinal) ? await File.ReadAllTextAsync(Path.Join(Directory, file), cancellationToken) : null;

    // Nothing in such a name means anything in a URL, in Markdown or in HTML.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\.md$")]
    private static partial Regex FileName();
}
