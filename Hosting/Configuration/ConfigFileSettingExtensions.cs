using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Tells services of our own where a file or a folder of their configuration lies.</summary>
public static class ConfigFileSettingExtensions
{
    /// <summary>Gives a service the full path of a file in an environment variable.</summary>
    /// <param name="builder">The service, running as a process.</param>
    /// <param name="file">The file, absolute or relative to the AppHost's folder.</param>
    /// <param name="name">The variable, e.g. <c>CustomMetrics__File</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The file does not exist.</exception>
    public static IResourceBuilder<T> WithConfigFile<T>(this IResourceBuilder<T> builder, string file, string name) where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.WithExisting(file, name, File.Exists, "file");
    }

    /// <summary>Gives a service the full path of a folder in an environment variable.</summary>
    /// <param name="builder">The service, running as a process.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <param name="name">The variable, e.g. <c>Lookout__Dashboards</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<T> WithConfigFolder<T>(this IResourceBuilder<T> builder, string directory, string name) where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.WithExisting(directory, name, Directory.Exists, "folder");
    }

    private static IResourceBuilder<T> WithExisting<T>(this IResourceBuilder<T> builder, string relative, string name, Func<string, bool> exists, string kind)
        where T : IResourceWithEnvironment
    {
        var path = Path.GetFullPath(relative, builder.ApplicationBuilder.AppHostDirectory);
        return exists(path)
            ? builder.WithEnvironment(name, path)
            : throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' reads {name} from {path}, but there is no such {kind}.");
    }
}
