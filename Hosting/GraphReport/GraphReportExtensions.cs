using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.GraphReport;
using Aspire.Hosting.GraphReport.Runbooks;
using Aspire.Hosting.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting;

/// <summary>Lets the graph report about itself.</summary>
public static class GraphReportExtensions
{
    /// <summary>
    /// Adds the report: <c>/resources</c> lists the resources, <c>/resources/watch</c> and <c>/resources/{name}/logs</c> follow them, <c>/metrics</c>
    /// gives their replicas under the names of kube-state-metrics
    /// (https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/deployment-metrics.md), so that one set of rules
    /// serves laptop and cluster. Run mode only: in a cluster kube-state-metrics itself is scraped.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <returns>The builder of the resource.</returns>
    public static IResourceBuilder<GraphReportResource> AddGraphReport(this IDistributedApplicationBuilder builder, [ResourceName] string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var report = builder.AddResource(new GraphReportResource(name))
            .ExcludeFromManifest()
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "GraphReport", Properties = [], State = KnownResourceStates.NotStarted })
            .WithHttpEndpoint(name: GraphReportResource.PrimaryEndpointName, isProxied: false);
        if (builder.ExecutionContext.IsPublishMode) return report;

        var containerHost = builder.Configuration["AppHost:ContainerHostname"] ?? "host.docker.internal";
        var stateFile = new AppHostStateFile(StateFolder.For(builder).Root);
        builder.OnBeforeStart((_, cancellationToken) => stateFile.EnsureUnusedAsync(cancellationToken));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ResourceStates>();
        builder.Services.AddSingleton<StuckDeployments>();
        builder.Services.AddSingleton(services => new GraphReportServer(
            services.GetRequiredService<ResourceStates>(), services.GetRequiredService<StuckDeployments>(), services.GetRequiredService<ResourceLoggerService>(),
            services.GetRequiredService<TimeProvider>(), stateFile, containerHost));
        builder.Services.AddHostedService(services => services.GetRequiredService<GraphReportServer>());
        builder.Services.AddHostedService<ResourceStatesWatch>();
        return report.OnInitializeResource((resource, initialize, cancellationToken) =>
            initialize.Services.GetRequiredService<GraphReportServer>().ServeAsync(resource, initialize, cancellationToken));
    }

    /// <summary>
    /// Serves the runbooks of a folder: <c>/runbooks/{alert}.md</c> as a page for a browser and as Markdown for everybody else, <c>/runbooks</c>
    /// lists them. Edited files show at once; HTML in them is shown as text.
    /// </summary>
    /// <param name="builder">The report.</param>
    /// <param name="directory">The folder of Markdown files, each named after its alert; absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The folder does not exist.</exception>
    public static IResourceBuilder<GraphReportResource> WithRunbooks(this IResourceBuilder<GraphReportResource> builder, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var path = Path.GetFullPath(directory, builder.ApplicationBuilder.AppHostDirectory);
        return Directory.Exists(path)
            ? builder.WithAnnotation(new RunbookFolder(path), ResourceAnnotationMutationBehavior.Replace)
            : throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' serves the runbooks of {path}, but there is no such folder.");
    }

    /// <summary>
    /// Names a model that a resource serves: the resource's replicas are reported as those of deployment <c>{modelId}-infer</c>. A resource that
    /// serves several models is reported once for each.
    /// </summary>
    /// <param name="builder">A model server.</param>
    /// <param name="modelId">The model's id.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithModel<T>(this IResourceBuilder<T> builder, string modelId) where T : IComputeResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(modelId);
        return builder.WithAnnotation(new DeploymentAnnotation($"{modelId}{StuckDeployment.Suffix}"));
    }

    /// <summary>
    /// Tells a model server which models it serves, and names each as <see cref="WithModel"/> does. The AppHost's <c>Models:Ids:0</c>,
    /// <c>Models:Ids:1</c> and so on take the place of those given; <c>Models:Directory</c> says where their files are.
    /// </summary>
    /// <param name="builder">A model server.</param>
    /// <param name="modelIds">The models' ids.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithModels<T>(this IResourceBuilder<T> builder, params string[] modelIds) where T : IComputeResource, IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(modelIds);
        var models = builder.ApplicationBuilder.Configuration.GetSection("Models");
        string[] configured = [.. models.GetSection("Ids").GetChildren().Select(id => id.Value ?? "")];
        foreach (var (index, id) in (configured is [] ? modelIds : configured).Index())
            builder.WithModel(id).WithEnvironment($"Models__Ids__{index}", id);
        return models["Directory"] is { Length: > 0 } directory ? builder.WithEnvironment("Models__Directory", directory) : builder;
    }
}
