using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting;

/// <summary>Gives tools their configuration as folders of files in the tools' own formats.</summary>
public static class ConfigFileExtensions
{
    /// <summary>Puts a folder of real files below the tool's configuration root: a link for a process, a read-only mount for a container.</summary>
    /// <param name="builder">The tool.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <param name="target">The path below the root, e.g. <c>config</c> or <c>rules/alerts</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<T> WithConfigFiles<T>(this IResourceBuilder<T> builder, string directory, string target)
        where T : IConfiguredResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentException.ThrowIfNullOrEmpty(target);
        var source = builder.ExistingDirectory(directory, target.Split('/')[0]);
        builder.WithAnnotation(new ConfigDirectoryAnnotation(source, target));
        return builder.MountInContainer(source, target);
    }

    /// <summary>The full path of a folder that its owner named relative to the AppHost's folder.</summary>
    internal static string ExistingDirectory<T>(this IResourceBuilder<T> builder, string directory, string content) where T : IConfiguredResource
    {
        var path = Path.GetFullPath(directory, builder.ApplicationBuilder.AppHostDirectory);
        return Directory.Exists(path)
            ? path
            : throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' reads its {content} from {path}, but there is no such folder.");
    }

    internal static IResourceBuilder<T> WithConfigRoot<T>(this IResourceBuilder<T> builder, string containerRoot) where T : IConfiguredResource
    {
        var state = StackRuntime.For(builder.ApplicationBuilder).State;
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
            return builder.WithAnnotation(new ConfigRootAnnotation(containerRoot, containerRoot));

        var host = state.OfThisRun(builder.Resource.Name);
        return builder
            .WithAnnotation(new ConfigRootAnnotation(host, builder.Resource.IsContainer() ? containerRoot : host))
            .OnBeforeResourceStarted((resource, _, cancellationToken) => ConfigTree.MaterializeAsync(resource, cancellationToken));
    }

    /// <param name="builder">The tool.</param>
    /// <param name="path">The file below the root.</param>
    /// <param name="content">Gives its text.</param>
    /// <param name="folder">What a container gets mounted; the first folder of the path when left out.</param>
    internal static IResourceBuilder<T> WithGeneratedFile<T>(
        this IResourceBuilder<T> builder, string path, Func<IResource, CancellationToken, Task<string>> content, string? folder = null)
        where T : IConfiguredResource
    {
        var file = new GeneratedFileAnnotation(path, folder ?? path.Split('/')[0], content);
        if (!builder.Resource.Annotations.OfType<GeneratedFileAnnotation>().Any(other => other.Folder == file.Folder))
            builder.MountInContainer(Path.Join(builder.Resource.ConfigRoot().HostRoot, file.Folder), file.Folder);
        return builder.WithAnnotation(file);
    }

    private static IResourceBuilder<T> MountInContainer<T>(this IResourceBuilder<T> builder, string source, string target)
        where T : IConfiguredResource
    {
        if (!builder.Resource.IsContainer() || builder.ApplicationBuilder.ExecutionContext.IsPublishMode) return builder;
        return builder.WithAnnotation(
            new ContainerMountAnnotation(source, builder.Resource.ConfigPath(target), ContainerMountType.BindMount, isReadOnly: true));
    }
}
