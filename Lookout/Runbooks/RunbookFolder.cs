using System.Text.RegularExpressions;

namespace Kthena.Lookout.Runbooks;

/// <summary>
/// The runbooks of a folder, one file for each alert, named after it. Only names that the folder lists are ever opened, so no request can name
/// another file. They are read anew each time: an edit shows at once.
/// </summary>
internal sealed partial class RunbookFolder(string directory)
{
    /// <summary>The Markdown of an alert's runbook; null when there is none.</summary>
    public async Task<string?> ReadAsync(string alert, CancellationToken cancellationToken)
    {
        if (!AlertName().IsMatch(alert))
            return null;
        var file = Directory.EnumerateFiles(directory, "*.md").FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == alert);
        return file is null ? null : await File.ReadAllTextAsync(file, cancellationToken);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_-]*$")]
    private static partial Regex AlertName();
}
