using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Runtime;

internal static class ToolExtensions
{
    /// <summary>
    /// Adds a tool to the graph: its image where containers run, the real binary as a process elsewhere. Where there is no binary, what stands in
    /// for it is given instead, and the graph stays without.
    /// </summary>
    /// <exception cref="DistributedApplicationException">It shall run as a process and no binary was found.</exception>
    public static IResourceBuilder<TTool> AddTool<TTool, TContainer, TExecutable>(
        this IDistributedApplicationBuilder builder, Tool tool, string name, int? port, string endpointName,
        Func<string, TContainer> container, Func<string, string, string, TExecutable> executable, Func<string, TTool>? standIn = null)
        where TTool : class, IConfiguredResource
        where TContainer : ContainerResource, TTool
        where TExecutable : ExecutableResource, TTool
    {
        var runtime = StackRuntime.For(builder);
        var carrier = runtime.CarrierOf(tool, standIn is not null);
        if (carrier == ToolCarrier.StandIn) return builder.CreateResourceBuilder(standIn!(name));
        IResourceBuilder<TTool> added = carrier == ToolCarrier.Container
            ? builder.AddResource(container(name)).WithImage(tool.Image.Name, tool.Image.Tag).WithImageRegistry(tool.Image.Registry)
            : builder.AddResource(executable(name, runtime.Require(tool.Binary), runtime.State.OfThisRun(name)));
        return added
            .WithHttpEndpoint(port, runtime.UsesContainers ? tool.ContainerPort : null, endpointName)
            .WithHttpProbe(ProbeType.Readiness, tool.ReadyPath)
            .WithConfigRoot(tool.ContainerConfigRoot);
    }
}
