using Aspire.Hosting.Alertmanager;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Reload;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting;

/// <summary>Adds Alertmanager to the graph.</summary>
public static class AlertmanagerBuilderExtensions
{
    private const string ContainerDataPath = "/alertmanager";

    private static readonly Tool s_tool = new("alertmanager")
    {
        Image = (AlertmanagerContainerImageTags.Registry, AlertmanagerContainerImageTags.Image, AlertmanagerContainerImageTags.Tag),
        ContainerPort = 9093,
        ContainerConfigRoot = "/etc/alertmanager",
        ReadyPath = "/-/ready",
    };

    /// <summary>
    /// Adds an Alertmanager. It runs as a container (<inheritdoc cref="AlertmanagerContainerImageTags.Image" path="/remarks"/>,
    /// <inheritdoc cref="AlertmanagerContainerImageTags.Tag" path="/remarks"/>) or, without a container engine, as the real binary.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="port">The port on this machine; a free one when left out.</param>
    /// <returns>The builder of the resource.</returns>
    /// <exception cref="DistributedApplicationException">It shall run as a process and no binary was found.</exception>
    /// <example>
    /// <code>
    /// builder.AddAlertmanager("alertmanager")
    ///     .WithConfig("../config/alertmanager")
    ///     .WithUrlFile("webhook", ReferenceExpression.Create($"{receiver.GetEndpoint("http")}/notifications"));
    /// </code>
    /// </example>
    public static IResourceBuilder<IAlertmanagerResource> AddAlertmanager(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var alertmanager = builder.AddTool<IAlertmanagerResource, AlertmanagerContainerResource, AlertmanagerExecutableResource>(
            s_tool, name, port, IAlertmanagerResource.PrimaryEndpointName,
            static name => new AlertmanagerContainerResource(name),
            static (name, command, workingDirectory) => new AlertmanagerExecutableResource(name, command, workingDirectory));
        return alertmanager
            .WithIconName("Alert")
            .WithArgs(context => AlertmanagerArguments.Add(context, alertmanager.Resource, StackRuntime.For(builder)))
            .WithConfigReload(IAlertmanagerResource.PrimaryEndpointName, "amtool", ["check-config"], AlertmanagerConfigFile.Name);
    }

    /// <summary>
    /// Takes <c>alertmanager.yml</c> and its templates, in <c>templates/</c>, from a folder. Files that it names (<c>url_file</c> and the like,
    /// <c>templates</c>) are relative to the folder.
    /// </summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<IAlertmanagerResource> WithConfig(this IResourceBuilder<IAlertmanagerResource> builder, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var source = builder.ExistingDirectory(directory, "config");
        var templates = Path.Join(source, AlertmanagerConfigFile.Templates);
        if (Directory.Exists(templates)) builder.WithConfigFiles(templates, AlertmanagerConfigFile.Templates);
        return builder
            .WithAnnotation(new ConfigSourceAnnotation(source), ResourceAnnotationMutationBehavior.Replace)
            .WithGeneratedFile($"config/{AlertmanagerConfigFile.Name}", async (alertmanager, cancellationToken) => await AlertmanagerConfigFile.RenderAsync(
                Path.Join(source, AlertmanagerConfigFile.Name), builder.Resource, await AlertmanagerGlobals.ValuesAsync(alertmanager, cancellationToken), cancellationToken));
    }

    /// <summary>Writes a URL to <c>endpoints/{name}</c> beside the configuration folder, where a receiver's <c>url_file</c> finds it.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="url">The URL; it may hold a secret parameter.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithUrlFile(
        this IResourceBuilder<IAlertmanagerResource> builder, string name, ReferenceExpression url)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(url);
        return builder.WithReferenceRelationship(url).WithGeneratedFile($"endpoints/{name}", async (alertmanager, cancellationToken) =>
            await url.GetValueAsync(new ValueProviderContext { Caller = alertmanager }, cancellationToken)
                ?? throw new DistributedApplicationException($"The URL for '{name}' of '{alertmanager.Name}' has no value."));
    }

    /// <summary>Writes a secret to <c>secrets/{name}</c> beside the configuration folder, where a <c>credentials_file</c> and the like find it.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="secret">The secret.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithSecretFile(
        this IResourceBuilder<IAlertmanagerResource> builder, string name, IResourceBuilder<ParameterResource> secret)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(secret);
        return builder.WithGeneratedFile($"secrets/{name}", async (alertmanager, cancellationToken) =>
            await secret.Resource.GetValueAsync(cancellationToken)
                ?? throw new DistributedApplicationException($"Parameter '{secret.Resource.Name}', which '{alertmanager.Name}' needs, has no value."));
    }

    /// <summary>Keeps silences and the log of notifications from run to run.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="name">The volume's name; one of the application and the resource when left out. A process keeps them in the state folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithDataVolume(this IResourceBuilder<IAlertmanagerResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithDataVolume(ContainerDataPath, name);
    }
}
