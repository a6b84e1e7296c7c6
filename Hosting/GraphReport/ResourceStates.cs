using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.GraphReport;

/// <summary>What is known of each instance of a resource, from the graph's notifications.</summary>
internal sealed class ResourceStates(DistributedApplicationModel model, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, InstanceState> _instances = new(StringComparer.Ordinal);
    private TaskCompletionSource _nextChange = NewChange();

    public IEnumerable<InstanceState> Instances => _instances.Values
        .Where(instance => !instance.Snapshot.IsHidden && instance.Resource is not ParameterResource)
        .OrderBy(instance => model.Resources.IndexOf(instance.Resource))
        .ThenBy(instance => instance.Id, StringComparer.Ordinal);

    /// <summary>Resources that would be a deployment in a cluster.</summary>
    public IEnumerable<IResource> Deployments => model.Resources.OfType<IComputeResource>();

    /// <summary>Completes with the next change.</summary>
    public Task NextChange => _nextChange.Task;

    public void Observe(ResourceEvent change)
    {
        _instances.AddOrUpdate(
            change.ResourceId,
            id => new InstanceState(id, change.Resource, change.Snapshot).Observe(change.Snapshot, timeProvider),
            (_, known) => known.Observe(change.Snapshot, timeProvider));
        Interlocked.Exchange(ref _nextChange, NewChange()).SetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One instance of a resource: a process or a container.</summary>
internal sealed record InstanceState(string Id, IResource Resource, CustomResourceSnapshot Snapshot)
{
    /// <summary>The name for people: the resource's, or one of each replica.</summary>
    public string Name => Resource.GetReplicaCount() > 1 ? Id : Resource.Name;

    /// <summary>From the start of the process to its first healthy answer.</summary>
    public TimeSpan? StartUp { get; private init; }

    /// <summary>Somebody asked for the stop; a process that just ended was meant to run.</summary>
    public bool StoppedOnRequest { get; private init; }

    public string? StateText => Snapshot.State?.Text;

    public bool IsRunning => StateText == KnownResourceStates.Running;

    public bool IsReady => IsRunning && Snapshot.HealthStatus is HealthStatus.Healthy or HealthStatus.Degraded;

    public int? ProcessId => Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value as int?;

    public InstanceState Observe(CustomResourceSnapshot snapshot, TimeProvider timeProvider)
    {
        var next = this with { Snapshot = snapshot };
        var restarted = snapshot.StartTimeStamp != Snapshot.StartTimeStamp;
        return next with
        {
            StartUp = (restarted ? null : StartUp) ?? (next.IsReady && snapshot.StartTimeStamp is { } started
                ? timeProvider.GetUtcNow() - started.ToUniversalTime()
                : null),
            StoppedOnRequest = next.StateText == KnownResourceStates.Stopping
                || (StoppedOnRequest && KnownResourceStates.TerminalStates.Contains(next.StateText)),
        };
    }
}
