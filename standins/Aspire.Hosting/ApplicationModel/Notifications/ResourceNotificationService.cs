using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states of all resources, and who wants to know of changes.</summary>
public partial class ResourceNotificationService : IDisposable
{
    // A watcher that is this far behind loses the oldest changes; the newest state of a resource is never lost.
    private const int WatcherCapacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceEvent> _current = [];
    private readonly List<Channel<ResourceEvent>> _watchers = [];
    private readonly CancellationTokenSource _disposing = new();
    private readonly ILogger _logger;
    private readonly IServiceProvider? _services;
    private readonly ResourceLoggerService _loggers;
    private readonly WaitBehavior _defaultWaitBehavior;
    private long _version;

    [Obsolete("Use the constructor that accepts an IServiceProvider and a ResourceLoggerService.")]
    public ResourceNotificationService(ILogger<ResourceNotificationService> logger, IHostApplicationLifetime hostApplicationLifetime)
        : this(logger, null, new ResourceLoggerService(), WaitBehavior.StopOnResourceUnavailable)
    {
    }

    public ResourceNotificationService(ILogger<ResourceNotificationService> logger, IHostApplicationLifetime hostApplicationLifetime,
        IServiceProvider serviceProvider, ResourceLoggerService resourceLoggerService)
        : this(logger, serviceProvider ?? throw new ArgumentNullException(nameof(serviceProvider)), resourceLoggerService,
            serviceProvider.GetService<IOptions<ResourceNotificationServiceOptions>>()?.Value.DefaultWaitBehavior ?? WaitBehavior.StopOnResourceUnavailable)
    {
    }

    private ResourceNotificationService(ILogger logger, IServiceProvider? services, ResourceLoggerService loggers, WaitBehavior defaultWaitBehavior)
    {
        ArgumentNullException.ThrowIfNull(logger);
        ArgumentNullException.ThrowIfNull(loggers);
        (_logger, _services, _loggers, _defaultWaitBehavior) = (logger, services, loggers, defaultWaitBehavior);
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_lock)
        {
            if (_current.TryGetValue(resourceId, out resourceEvent))
                return true;
            var named = _current.Values.Where(e => string.Equals(e.Resource.Name, resourceId, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            resourceEvent = named.Count == 1 ? named[0] : null;
            return resourceEvent is not null;
        }
    }

    /// <summary>The current state of every resource, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var watcher = Channel.CreateBounded<ResourceEvent>(new BoundedChannelOptions(WatcherCapacity) { FullMode = BoundedChannelFullMode.DropOldest });
        ResourceEvent[] current;
        lock (_lock)
        {
            current = [.. _current.Values];
            _watchers.Add(watcher);
        }

        try
        {
            foreach (var resourceEvent in current)
                yield return resourceEvent;
            await foreach (var resourceEvent in watcher.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return resourceEvent;
        }
        finally
        {
            lock (_lock)
                _watchers.Remove(watcher);
        }
    }

    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(resourceId);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (_lock)
        {
            var previous = _current.GetValueOrDefault(resourceId);
            if (previous is not null && previous.Resource != resource)
                throw new InvalidOperationException($"Resource instance doesn't match resource previously registered with specified resource id '{resourceId}'.");

            var snapshot = stateFactory(previous?.Snapshot ?? InitialSnapshot(resource));
            snapshot = SnapshotDecoration.Apply(resource, snapshot, _services) with { Version = ++_version };
            var resourceEvent = _current[resourceId] = new(resource, resourceId, snapshot);
            foreach (var watcher in _watchers)
                watcher.Writer.TryWrite(resourceEvent);
            if (previous?.Snapshot.State?.Text != snapshot.State?.Text)
                _logger.LogDebug("Resource {ResourceId} changed state: {PreviousState} -> {NewState}", resourceId, previous?.Snapshot.State?.Text, snapshot.State?.Text);
        }

        return Task.CompletedTask;
    }

    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var id in resource.InstanceIds())
            await PublishUpdateAsync(resource, id, stateFactory).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _disposing.Cancel();
        GC.SuppressFinalize(this);
    }

    private static CustomResourceSnapshot InitialSnapshot(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var initial)
            ? initial.InitialSnapshot
            : new() { ResourceType = resource.GetType().Name, Properties = [] };
}
