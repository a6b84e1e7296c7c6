namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>A container to run, with everything resolved.</summary>
internal sealed record ContainerSpec
{
    public required string ResourceName { get; init; }

    /// <summary>Unique in the engine, so that no run meets the container of another; unless the model gives a name.</summary>
    public required string ContainerName { get; init; }

    /// <summary>A container of this name may be left from a run that a power cut ended.</summary>
    public bool HasFixedName { get; init; }

    /// <summary><c>[registry/]name[:tag][@sha256:digest]</c>.</summary>
    public required string Image { get; init; }

    public string? Entrypoint { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Passed to <c>docker run</c> before the image.</summary>
    public IReadOnlyList<string> RuntimeArguments { get; init; } = [];

    public PullMode Pull { get; init; } = PullMode.Missing;
}
