using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

public partial class ResourceNotificationService
{
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [string.IsNullOrEmpty(targetState) ? KnownResourceStates.Running : targetState], cancellationToken);

    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        string[] states = [.. targetStates];
        var reached = await WaitAsync(resourceName, e => e.Snapshot.State?.Text is { } state && states.Contains(state, StringComparer.OrdinalIgnoreCase),
            $"reach one of the target states: [{string.Join(", ", states)}]", cancellationToken).ConfigureAwait(false);
        return reached.Snapshot.State!.Text;
    }

    public Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return WaitAsync(resourceName, predicate, "meet the predicate condition", cancellationToken);
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, _defaultWaitBehavior, cancellationToken);

    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        if (waitBehavior == WaitBehavior.StopOnResourceUnavailable && !IsKnown(resourceName))
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}' to become healthy because it does not exist in the application model.");

        var healthy = await WaitAsync(resourceName, e => e.Snapshot.HealthStatus == HealthStatus.Healthy || (StopsWaiting(waitBehavior, e.Snapshot)),
            "become healthy", cancellationToken).ConfigureAwait(false);
        if (healthy.Snapshot.HealthStatus != HealthStatus.Healthy)
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}' to become healthy because it failed to start.");
        return await WaitUntilReadyAsync(resourceName, healthy.ResourceId, waitBehavior, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for everything that the resource's wait annotations name; meanwhile its state is Waiting.</summary>
    /// <exception cref="DistributedApplicationException">A dependency ended, so that waiting is in vain.</exception>
    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var dependencies = DependenciesAsync(resource, cancellationToken);
        if (!dependencies.IsCompleted)
            await PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Waiting }).ConfigureAwait(false);
        await dependencies.ConfigureAwait(false);
    }

    /// <summary>As <see cref="WaitForDependenciesAsync"/>, and the caller tells the state.</summary>
    internal async Task DependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        var open = resource.Annotations.OfType<WaitAnnotation>().ToList().SelectMany(wait => wait.Resource.InstanceIds().Select(id => WaitForAsync(resource, wait, id, cancellationToken))).ToList();
        // The first failure decides; the others would wait on.
        while (open.Count > 0)
        {
            var done = await Task.WhenAny(open).ConfigureAwait(false);
            await done.ConfigureAwait(false);
            open.Remove(done);
        }
    }

    private async Task WaitForAsync(IResource resource, WaitAnnotation wait, string id, CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        if (wait.WaitType == WaitType.WaitForCompletion)
        {
            var ended = await WaitAsync(name, e => e.ResourceId == id && IsTerminal(e.Snapshot), "complete", cancellationToken).ConfigureAwait(false);
            if (ended.Snapshot.State?.Text == KnownResourceStates.FailedToStart)
                throw new DistributedApplicationException($"Resource '{resource.Name}' stopped waiting for dependency resource '{id}' because it failed to start.");
            if (ended.Snapshot.ExitCode is { } code && code != wait.ExitCode)
                throw new DistributedApplicationException($"Resource '{resource.Name}' stopped waiting for dependency resource '{id}' because it entered the '{ended.Snapshot.State?.Text}' state with exit code '{code}', expected '{wait.ExitCode}'.");
            return;
        }

        var behavior = wait.WaitBehavior ?? _defaultWaitBehavior;
        var untilHealthy = wait.WaitType == WaitType.WaitUntilHealthy;
        var running = await WaitAsync(name, e => e.ResourceId == id && (IsRunning(e.Snapshot) || StopsWaiting(behavior, e.Snapshot)), "start", cancellationToken)
            .ConfigureAwait(false);
        if (!IsRunning(running.Snapshot))
            throw new DistributedApplicationException($"Resource '{resource.Name}' stopped waiting for dependency resource '{id}' because it entered the '{running.Snapshot.State?.Text}' state{(running.Snapshot.ExitCode is { } code ? $" with exit code '{code}'" : "")}.");
        if (untilHealthy && wait.Resource is not IResourceWithoutLifetime)
            await WaitUntilReadyAsync(name, id, behavior, cancellationToken).ConfigureAwait(false);
    }

    // Ready: healthy once, and the subscribers of the ready event are done.
    private async Task<ResourceEvent> WaitUntilReadyAsync(string resourceName, string id, WaitBehavior behavior, CancellationToken cancellationToken)
    {
        var ready = await WaitAsync(resourceName,
            e => e.ResourceId == id && ((e.Snapshot.Ready is not null && e.Snapshot.HealthStatus == HealthStatus.Healthy) || StopsWaiting(behavior, e.Snapshot)),
            "become ready", cancellationToken).ConfigureAwait(false);
        if (ready.Snapshot.Ready is not { } subscribers || StopsWaiting(behavior, ready.Snapshot))
            throw new DistributedApplicationException($"Stopped waiting for resource '{id}' to become ready because it entered the '{ready.Snapshot.State?.Text}' state.");
        await subscribers.WaitAsync(cancellationToken).ConfigureAwait(false);
        return ready;
    }

    private async Task<ResourceEvent> WaitAsync(string resourceName, Func<ResourceEvent, bool> predicate, string goal, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
        try
        {
            await foreach (var resourceEvent in WatchAsync(stop.Token).ConfigureAwait(false))
                if (string.Equals(resourceEvent.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(resourceEvent))
                    return resourceEvent;
        }
        catch (OperationCanceledException exception)
        {
            TryGetCurrentState(resourceName, out var last);
            var state = last is null ? "it has no state" : $"its state is '{last.Snapshot.State?.Text}', its health '{last.Snapshot.HealthStatus}'";
            throw new OperationCanceledException($"Resource '{resourceName}' failed to {goal} before the operation was cancelled: {state}.", exception, cancellationToken);
        }

        throw new OperationCanceledException($"Resource '{resourceName}' failed to {goal} before the operation was cancelled.");
    }

    private bool IsKnown(string resourceName) => TryGetCurrentState(resourceName, out _)
        || _services?.GetService<DistributedApplicationModel>() is not { } model
        || model.Resources.Any(r => string.Equals(r.Name, resourceName, StringComparison.OrdinalIgnoreCase));

    private static bool IsRunning(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.Running || snapshot.State?.Text == KnownResourceStates.Active;

    private static bool IsTerminal(CustomResourceSnapshot snapshot) => KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text);

    private static bool StopsWaiting(WaitBehavior behavior, CustomResourceSnapshot snapshot) => behavior == WaitBehavior.StopOnResourceUnavailable
        && (IsTerminal(snapshot) || snapshot.State?.Text == KnownResourceStates.RuntimeUnhealthy || snapshot.State?.Text == KnownResourceStates.ValueMissing);
}
