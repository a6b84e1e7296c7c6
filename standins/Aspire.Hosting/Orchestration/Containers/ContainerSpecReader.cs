using System.Security.Cryptography;

namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>Reads what the model says of a container. Arguments and environment are the orchestrator's to resolve.</summary>
internal static class ContainerSpecReader
{
    /// <param name="resource">A resource with an image.</param>
    /// <param name="instanceId">Its name, or that of one replica.</param>
    /// <param name="arguments">Resolved.</param>
    /// <param name="environment">Resolved.</param>
    /// <param name="cancellationToken">For the callbacks of runtime arguments.</param>
    public static async Task<ContainerSpec> ReadAsync(
        IResource resource, string instanceId, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (!resource.TryGetContainerImageName(out var image))
            throw new InvalidOperationException($"The container '{resource.Name}' has no image: WithImage sets it.");
        var hasFixedName = resource.TryGetLastAnnotation<ContainerNameAnnotation>(out var name);
        return new ContainerSpec
        {
            ResourceName = resource.Name,
            ContainerName = hasFixedName ? name!.Name : $"{instanceId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            HasFixedName = hasFixedName,
            Image = image,
            Entrypoint = (resource as ContainerResource)?.Entrypoint,
            Arguments = arguments,
            Environment = environment,
            Mounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
            RuntimeArguments = await RuntimeArgumentsAsync(resource, cancellationToken).ConfigureAwait(false),
            Pull = PullModeOf(resource),
        };
    }

    private static ContainerMount Mount(ContainerMountAnnotation mount)
        => new(mount.Source is { Length: > 0 } source ? source : null, mount.Target, mount.Type == ContainerMountType.Volume, mount.IsReadOnly);

    private static PullMode PullModeOf(IResource resource)
        => resource.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var policy)
            ? policy.ImagePullPolicy switch
            {
                ImagePullPolicy.Always => PullMode.Always,
                ImagePullPolicy.Never => PullMode.Never,
                _ => PullMode.Missing,
            }
            : PullMode.Missing;

    private static async Task<IReadOnlyList<string>> RuntimeArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        List<object> arguments = [];
        foreach (var annotation in resource.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(new(arguments, cancellationToken)).ConfigureAwait(false);
        List<string> resolved = [];
        foreach (var argument in arguments)
        {
            var value = argument is IValueProvider provider ? await provider.GetValueAsync(cancellationToken).ConfigureAwait(false) : argument.ToString();
            if (value is not null) resolved.Add(value);
        }

        return resolved;
    }
}
