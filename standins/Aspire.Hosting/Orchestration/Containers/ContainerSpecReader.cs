using System.Security.Cryptography;

namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>Reads what the model says of a container.</summary>
internal static class ContainerSpecReader
{
    /// <exception cref="InvalidOperationException">The resource asks for something that cannot be had here.</exception>
    public static async Task<ContainerSpec> ReadAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        var resource = start.Resource;
        if (!resource.TryGetContainerImageName(out var image))
            throw new InvalidOperationException($"The container '{resource.Name}' has no image: WithImage sets it.");
        var hasFixedName = resource.TryGetLastAnnotation<ContainerNameAnnotation>(out var name);
        return new ContainerSpec
        {
            ResourceName = resource.Name,
            ContainerName = hasFixedName ? name!.Name : $"{start.InstanceId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            HasFixedName = hasFixedName,
            Image = image,
            Entrypoint = (resource as ContainerResource)?.Entrypoint,
            Arguments = start.Arguments,
            Environment = start.Environment,
            Mounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
            RuntimeArguments = await RuntimeArgumentsAsync(start, cancellationToken).ConfigureAwait(false),
            Pull = resource.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var policy) ? Mode(policy.ImagePullPolicy) : PullMode.Missing,
        };
    }

    private static ContainerMount Mount(ContainerMountAnnotation mount)
        => new(mount.Source is { Length: > 0 } source ? source : null, mount.Target, mount.Type == ContainerMountType.Volume, mount.IsReadOnly);

    private static PullMode Mode(ImagePullPolicy policy) => policy switch
    {
        ImagePullPolicy.Always => PullMode.Always,
        ImagePullPolicy.Never => PullMode.Never,
        _ => PullMode.Missing,
    };

    private static async Task<IReadOnlyList<string>> RuntimeArgumentsAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        // Services of the AppHost itself give this name as their address.
        var context = new ContainerRuntimeArgsCallbackContext(["--add-host", $"{KnownHostNames.DockerDesktopHostBridge}:{LoopbackAddress.IPv4}"], cancellationToken);
        foreach (var annotation in start.Resource.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return await ResourceValues.ArgumentsAsync(context.Args, start.ExecutionContext, start.Values, cancellationToken).ConfigureAwait(false);
    }
}
