namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a tool's configuration lies: on this machine, and as the tool sees it. The same folder for a process.</summary>
internal sealed record ConfigRootAnnotation(string HostRoot, string ToolRoot) : IResourceAnnotation;

/// <summary>A folder of real files, linked or mounted at <paramref name="Target"/> below the root.</summary>
internal sealed record ConfigDirectoryAnnotation(string Source, string Target) : IResourceAnnotation;

/// <summary>A folder whose files the graph renders for the tool, instead of linking it.</summary>
internal sealed record ConfigSourceAnnotation(string Directory) : IResourceAnnotation;

/// <summary>A file that is known only once endpoints are allocated, written to <paramref name="Path"/> below the root.</summary>
/// <param name="Path">E.g. <c>targets/alertmanagers/a.json</c>.</param>
/// <param name="Folder">The part of the path that a container gets mounted, e.g. <c>targets</c>. Nothing else may lie there.</param>
/// <param name="Content">Gives the text each time that the tool starts or reloads.</param>
internal sealed record GeneratedFileAnnotation(string Path, string Folder, Func<IResource, CancellationToken, Task<string>> Content) : IResourceAnnotation;

internal static class ConfigRootExtensions
{
    public static ConfigRootAnnotation ConfigRoot(this IResource resource) => resource.TryGetLastAnnotation<ConfigRootAnnotation>(out var root)
        ? root
        : throw new InvalidOperationException($"'{resource.Name}' has no configuration root.");
}
