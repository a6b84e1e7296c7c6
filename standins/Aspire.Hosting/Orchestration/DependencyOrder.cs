namespace Aspire.Hosting.Orchestration;

/// <summary>Who waits for whom.</summary>
internal sealed class DependencyOrder
{
    private readonly ILookup<IResource, IResource> _dependents;

    /// <exception cref="DistributedApplicationException">Resources wait for each other in a circle.</exception>
    public DependencyOrder(IEnumerable<IResource> resources)
    {
        var all = resources.ToList();
        _dependents = all.SelectMany(r => Dependencies(r).Select(d => (Dependency: d, Dependent: r))).ToLookup(e => e.Dependency, e => e.Dependent);
        foreach (var resource in all)
            ThrowIfCircular(resource, []);
    }

    /// <summary>Runs an action for each resource as soon as it is done for all that wait for it.</summary>
    public Task ForEachAsync(IEnumerable<IResource> resources, Func<IResource, Task> action)
    {
        var tasks = new Dictionary<IResource, Task>();
        return Task.WhenAll(resources.Select(For).ToList());

        Task For(IResource resource)
        {
            if (!tasks.TryGetValue(resource, out var task))
                tasks[resource] = task = AfterAsync(_dependents[resource].Distinct().Select(For).ToList(), resource);
            return task;
        }

        async Task AfterAsync(List<Task> dependents, IResource resource)
        {
            await Task.WhenAll(dependents).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await action(resource).ConfigureAwait(false);
        }
    }

    private static IEnumerable<IResource> Dependencies(IResource resource) => resource.Annotations.OfType<WaitAnnotation>().Select(w => w.Resource);

    private static void ThrowIfCircular(IResource resource, List<IResource> path)
    {
        if (path.IndexOf(resource) is var start and >= 0)
            throw new DistributedApplicationException($"Resources wait for each other in a circle: {string.Join(" -> ", path[start..].Append(resource).Select(r => r.Name))}.");
        foreach (var dependency in Dependencies(resource))
            ThrowIfCircular(dependency, [.. path, resource]);
    }
}
