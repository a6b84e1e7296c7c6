using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Configuration;

/// <summary>Where a tool keeps its data: a volume or the container's own file system, a folder of the state for a process.</summary>
internal static class DataVolumeExtensions
{
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder, string containerPath, string? name)
        where T : IConfiguredResource
    {
        if (builder.Resource.IsContainer())
        {
            var volume = name ?? VolumeNameGenerator.Generate(builder, "data");
            return builder.WithAnnotation(new ContainerMountAnnotation(volume, containerPath, ContainerMountType.Volume, isReadOnly: false));
        }

        var folder = StackRuntime.For(builder.ApplicationBuilder).State.Lasting(name ?? builder.Resource.Name);
        return builder.WithAnnotation(new DataFolderAnnotation(folder), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>The data's path as the tool sees it.</summary>
    public static string DataPath(this IConfiguredResource resource, string containerPath)
    {
        if (resource.IsContainer()) return containerPath;
        return resource.TryGetLastAnnotation<DataFolderAnnotation>(out var data)
            ? data.Folder
            : Path.Join(resource.ConfigRoot().HostRoot, "data");
    }
}

internal sealed record DataFolderAnnotation(string Folder) : IResourceAnnotation;
