namespace Kthena.Lookout.Dashboards;

/// <summary>The dashboards of a folder. They are listed and read anew each time: an edit shows at once.</summary>
internal sealed class DashboardFolder(string directory)
{
    private const string First = "kthena-overview";
    private const int MostFiles = 1000;

    /// <summary>Where people begin comes first, the others by title.</summary>
    public async Task<IReadOnlyList<DashboardFile>> ReadAsync(CancellationToken cancellationToken)
    {
        List<DashboardFile> files = [];
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal).Take(MostFiles))
        {
            var file = await DashboardFile.ReadAsync(path, cancellationToken);
            var taken = files.Exists(other => other.Summary.Uid == file.Summary.Uid);
            files.Add(taken ? DashboardFile.Broken(Path.GetFileName(path), $"Another file has the uid '{file.Summary.Uid}' too.") : file);
        }

        return [.. files.OrderByDescending(file => file.Summary.Uid == First).ThenBy(file => file.Summary.Title, StringComparer.OrdinalIgnoreCase)];
    }
}
