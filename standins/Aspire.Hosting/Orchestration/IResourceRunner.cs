using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration;

/// <summary>How one kind of resource runs: the seam for projects, executables and containers.</summary>
internal interface IResourceRunner
{
    /// <summary>The kind, as snapshots name it.</summary>
    string ResourceType { get; }

    bool CanRun(IResource resource);

    /// <summary>What a snapshot tells about the resource before it runs.</summary>
    IEnumerable<ResourcePropertySnapshot> Describe(IResource resource);

    /// <summary>Starts one instance; everything that it needs is resolved.</summary>
    /// <exception cref="Exception">It cannot start. The message is the reason that people read, in one line.</exception>
    Task<ISupervisedProcess> StartAsync(ResourceStart start, CancellationToken cancellationToken);
}

/// <summary>One start of one instance of a resource.</summary>
internal sealed record ResourceStart
{
    public required IResource Resource { get; init; }

    public required string InstanceId { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Resolves further values of the resource, e.g. arguments of a container runtime.</summary>
    public required ValueProviderContext Values { get; init; }

    public required DistributedApplicationExecutionContext ExecutionContext { get; init; }

    /// <summary>The instance's console log.</summary>
    public required ResourceLog Log { get; init; }

    public required IProcessLauncher Launcher { get; init; }
}
