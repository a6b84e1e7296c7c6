using System.Security.Cryptography;
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
        var resource = start.Resource;
        resource.TryGetContainerImageName(out var image);
        var spec = new ContainerSpec
        {
            ResourceName = resource.Name,
            ContainerName = resource.TryGetLastAnnotation<ContainerNameAnnotation>(out var name) ? name.Name : $"{start.InstanceId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            Image = image!,
            Entrypoint = (resource as ContainerResource)?.Entrypoint,
            Arguments = start.Arguments,
            Environment = start.Environment,
            Mounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(m => new ContainerMount(m.Source, m.Target, m.Type == ContainerMountType.Volume, m.IsReadOnly))],
            RuntimeArguments = await RuntimeArgumentsAsync(start, cancellationToken).ConfigureAwait(false),
            Pull = resource.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var policy) ? Mode(policy.ImagePullPolicy) : PullMode.Missing,
        };
        return await new ContainerEngine(start.Launcher).StartAsync(spec, line => start.Log.Write(line.Text, line.IsError), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> RuntimeArgumentsAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        // Services of the AppHost itself give this name as their address.
        var context = new ContainerRuntimeArgsCallbackContext(["--add-host", $"{KnownHostNames.DockerDesktopHostBridge}:{LoopbackAddress.IPv4}"], cancellationToken);
        foreach (var annotation in start.Resource.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return await ResourceValues.ArgumentsAsync(context.Args, start.ExecutionContext, start.Values, cancellationToken).ConfigureAwait(false);
    }

    private static PullMode Mode(ImagePullPolicy policy) => policy switch
    {
        ImagePullPolicy.Always => PullMode.Always,
        ImagePullPolicy.Never => PullMode.Never,
        _ => PullMode.Missing,
    };
}
