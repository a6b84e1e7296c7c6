using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Grafana;
using Aspire.Hosting.Grafana.Provisioning;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting;

/// <summary>Adds Grafana to the graph.</summary>
public static class GrafanaBuilderExtensions
{
    private const string Home = "kthena-overview.json";

    private static readonly Tool s_tool = new("grafana")
    {
        Image = (GrafanaContainerImageTags.Registry, GrafanaContainerImageTags.Image, GrafanaContainerImageTags.Tag),
        ContainerPort = 3000,
        ContainerConfigRoot = "/etc/grafana",
        ReadyPath = "/api/health",
    };

    /// <summary>
    /// Adds a Grafana. It runs as a container (<inheritdoc cref="GrafanaContainerImageTags.Image" path="/remarks"/>,
    /// <inheritdoc cref="GrafanaContainerImageTags.Tag" path="/remarks"/>) or, without a container engine, as the real binary. Where there is no
    /// binary either, or where <c>Grafana:Enabled</c> is false, what stands in for it takes its place: the graph then has no Grafana, and its address
    /// leads there.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="standIn">What answers to Grafana's paths (<c>/d/{uid}</c>) where Grafana cannot run.</param>
    /// <param name="password">The password of the user <c>admin</c>; a generated one when left out.</param>
    /// <param name="port">The port on this machine; a free one when left out.</param>
    /// <returns>The builder of the resource.</returns>
    /// <exception cref="DistributedApplicationException">It shall run as a process, no binary was found, and nothing stands in.</exception>
    /// <example>
    /// <code>
    /// builder.AddGrafana("grafana", standIn: lookout.GetEndpoint("http"))
    ///     .WithConfig("../config/grafana")
    ///     .WithDashboards("../dashboards")
    ///     .WithPrometheus(prometheus)
    ///     .WithAlertmanager(alertmanager);
    /// </code>
    /// </example>
    public static IResourceBuilder<IGrafanaResource> AddGrafana(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, EndpointReference? standIn = null,
        IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var grafana = builder.AddTool<IGrafanaResource, GrafanaContainerResource, GrafanaExecutableResource>(
            s_tool, name, port, IGrafanaResource.PrimaryEndpointName,
            static name => new GrafanaContainerResource(name),
            static (name, command, workingDirectory) => new GrafanaExecutableResource(name, command, workingDirectory),
            standIn is null ? null : name => new GrafanaStandInResource(name, standIn));
        if (grafana.Resource.IsStandIn) return grafana;

        if (grafana.Resource is GrafanaExecutableResource { Command: var command })
        {
            var home = GrafanaHome.Of(command, builder.Configuration[GrafanaHome.ConfigurationKey]);
            grafana.WithArgs(context => GrafanaArguments.Add(context, grafana.Resource, home));
        }

        return grafana
            .WithIconName("ChartMultiple")
            .WithEnvironment(context => GrafanaEnvironment.Add(context, grafana.Resource, StackRuntime.For(builder)))
            .WithEnvironment("GRAFANA_ADMIN_PASSWORD", password?.Resource
                ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
    }

    /// <summary>Takes <c>grafana.ini</c>, and the files of <c>provisioning/</c> for what the graph has, from a folder.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<IGrafanaResource> WithConfig(this IResourceBuilder<IGrafanaResource> builder, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return builder
            .WithConfigFiles(directory, "config")
            .WithAnnotation(new ConfigSourceAnnotation(builder.ExistingDirectory(directory, "config")), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Shows the dashboards (<c>*.json</c>) of a folder; the overview is where people begin. Edited files show within seconds.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<IGrafanaResource> WithDashboards(this IResourceBuilder<IGrafanaResource> builder, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        builder.WithConfigFiles(directory, "dashboards");
        if (builder.Resource.IsStandIn) return builder;
        return builder
            .WithProvisioning("dashboards/kthena.yaml")
            .WithEnvironment("GRAFANA_DASHBOARDS", builder.Resource.ConfigPath("dashboards"))
            .WithEnvironment("GRAFANA_HOME_DASHBOARD", builder.Resource.ConfigPath($"dashboards/{Home}"));
    }

    /// <summary>Gives a service the address of a Grafana in an environment variable; where something stands in for it, the service gets none.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="grafana">The Grafana.</param>
    /// <param name="name">The variable, e.g. <c>Lookout__Grafana</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The address is the one that a browser on this machine opens.</remarks>
    public static IResourceBuilder<T> WithGrafana<T>(this IResourceBuilder<T> builder, IResourceBuilder<IGrafanaResource> grafana, string name)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(grafana);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return grafana.Resource.IsStandIn ? builder : builder.WithEnvironment(name, grafana.Resource.ExternalUrl(IGrafanaResource.PrimaryEndpointName));
    }

    /// <summary>Keeps users, stars and preferences from run to run.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="name">The volume's name; one of the application and the resource when left out. A process keeps them in the state folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithDataVolume(this IResourceBuilder<IGrafanaResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.IsStandIn ? builder : builder.WithDataVolume(GrafanaEnvironment.ContainerDataPath, name);
    }
}
