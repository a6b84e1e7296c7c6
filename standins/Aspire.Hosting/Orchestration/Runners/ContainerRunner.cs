using Aspire.Hosting.Orchestration.Containers;
using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration.Runners;

/// <summary>Anything with an image runs in the container engine, on the host's network.</summary>
internal sealed class ContainerRunner : IResourceRunner
{
    public string ResourceType => KnownResourceTypes.Container;

    public bool CanRun(IResource resource) => resource.IsContainer();

    public IEnumerable<ResourcePropertySnapshot> Describe(IResource resource) =>
        resource.TryGetContainerImageName(out var image) ? [new(KnownProperties.ContainerImage, image)] : [];

    public async Task<ISupervisedProcess> StartAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        if (start.Resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var lifetime) && lifetime.Lifetime == ContainerLifetime.Persistent)
            start.Log.Write("A persistent lifetime needs the real Aspire: this container ends with the AppHost. Its named volumes stay.", isError: false);
        var spec = await ContainerSpecReader.ReadAsync(start, cancellationToken).ConfigureAwait(false);
        return await new ContainerEngine(start.Launcher).StartAsync(spec, line => start.Log.Write(line.Text, line.IsError), cancellationToken).ConfigureAwait(false);
    }
}
