using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Runtime;

internal static class ToolExtensions
{
    /// <summary>Adds a tool to the graph: its image where containers run, the real binary as a process elsewhere.</summary>
    /// <exception cref="DistributedApplicationException">It shall run as a process and no binary was found.</exception>
    public static IResourceBuilder<TTool> AddTool<TTool, TContainer, TExecutable>(
        this IDistributedApplicationBuilder builder, Tool tool, string name, int? port, string endpointName,
        Func<string, TContainer> container, Func<string, string, string, TExecutable> executable)
        where TTool : class, IConfiguredResource
        where TContainer : ContainerResource, TTool
        where TExecutable : ExecutableResource, TTool
    {
        var runtime = StackRuntime.For(builder);
        IResourceBuilder<TTool> added = runtime.UsesContainers
            ? builder.AddResource(container(name)).WithImage(tool.Image.Name, tool.Image.Tag).WithImageRegistry(tool.Image.Registry)
            : builder.AddResource(executable(name, runtime.Require(tool.Binary), runtime.State.OfThisRun(name)));
        return added
            .WithHttpEndpoint(port, runtime.UsesContainers ? tool.ContainerPort : null, endpointName)
            .WithHttpProbe(ProbeType.Readiness, tool.ReadyPath)
            .WithConfigRoot(tool.ContainerConfigRoot);
    }
}
