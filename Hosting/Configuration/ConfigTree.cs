using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Configuration;

/// <summary>
/// The tree of configuration on this machine: links to the folders of real files, and the files that the graph writes. A process reads
/// it as it is; a container gets the same folders mounted, always folders: a mounted file would keep its inode after an editor's rename.
/// </summary>
internal static class ConfigTree
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task MaterializeAsync(IResource resource, CancellationToken cancellationToken)
    {
        var root = resource.ConfigRoot().HostRoot;
        Directory.CreateDirectory(root);
        foreach (var directory in resource.Annotations.OfType<ConfigDirectoryAnnotation>())
            Link(Path.Join(root, directory.Target), directory.Source);
        foreach (var file in resource.Annotations.OfType<GeneratedFileAnnotation>())
        {
            // Written through the link it would land among its owner's files.
            if (new DirectoryInfo(Path.Join(root, file.Folder)).LinkTarget is { } source)
                throw new DistributedApplicationException($"'{resource.Name}' gets {file.Path} from the graph, so {source} cannot be its {file.Folder}: give that folder another name.");
            await WriteAsync(Path.Join(root, file.Path), await file.Content(resource, cancellationToken), !resource.IsContainer(), cancellationToken);
        }
    }

    /// <summary>Says a path of the tree as its author knows it: by the folder that it is linked to.</summary>
    public static string NameSources(IResource resource, string text)
    {
        var root = resource.ConfigRoot().HostRoot;
        return resource.Annotations.OfType<ConfigDirectoryAnnotation>()
            .Aggregate(text, (said, directory) => said.Replace(Path.Join(root, directory.Target), directory.Source, StringComparison.Ordinal));
    }

    private static void Link(string link, string source)
    {
        if (new DirectoryInfo(link) is { Exists: true, LinkTarget: null })
            throw new DistributedApplicationException($"{link} is a folder of its own, so {source} cannot be linked there.");
        if (new DirectoryInfo(link).LinkTarget == source) return;
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.Delete(link);
        Directory.CreateSymbolicLink(link, source);
    }

    // Readers see the old file or the new one, never half of it. It may hold a secret: a process runs as its owner, a container does not.
    private static async Task WriteAsync(string path, string content, bool ownerOnly, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ownerOnly ? Owner : Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await using (var writer = new StreamWriter(fresh, options)) await writer.WriteAsync(content.AsMemory(), cancellationToken);
        File.Move(fresh, path, overwrite: true);
    }
}
