namespace Aspire.Hosting.Eventing;

public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly Lock _lock = new();
    private readonly List<(Type Type, DistributedApplicationEventSubscription Subscription)> _subscriptions = [];

    public Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default) where T : IDistributedApplicationEvent =>
        PublishAsync(@event, EventDispatchBehavior.BlockingSequential, cancellationToken);

    public async Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        List<DistributedApplicationEventSubscription> subscriptions;
        lock (_lock)
            subscriptions = [.. _subscriptions.Where(s => s.Type == typeof(T)).Select(s => s.Subscription)];
        if (subscriptions.Count == 0)
            return;

        switch (dispatchBehavior)
        {
            case EventDispatchBehavior.BlockingConcurrent:
                await Concurrently().ConfigureAwait(false);
                break;
            case EventDispatchBehavior.NonBlockingConcurrent:
                _ = Task.Run(Concurrently, CancellationToken.None);
                break;
            case EventDispatchBehavior.NonBlockingSequential:
                _ = Task.Run(OneByOne, CancellationToken.None);
                break;
            default:
                await OneByOne().ConfigureAwait(false);
                break;
        }

        Task Concurrently() => Task.WhenAll(subscriptions.Select(s => s.Callback(@event, cancellationToken)));

        async Task OneByOne()
        {
            foreach (var subscription in subscriptions)
                await subscription.Callback(@event, cancellationToken).ConfigureAwait(false);
        }
    }

    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (typeof(T).IsInterface || typeof(T).IsAbstract)
            throw new ArgumentException($"Cannot subscribe to interface or abstract type '{typeof(T).Name}'. Subscribe to a concrete event type instead.");
        return Add(typeof(T), new((@event, cancellationToken) => callback((T)@event, cancellationToken)));
    }

    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Add(typeof(T), new DistributedApplicationResourceEventSubscription(resource, (@event, cancellationToken) =>
            @event.Resource == resource ? callback((T)@event, cancellationToken) : Task.CompletedTask));
    }

    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        lock (_lock)
            _subscriptions.RemoveAll(s => s.Subscription == subscription);
    }

    private DistributedApplicationEventSubscription Add(Type type, DistributedApplicationEventSubscription subscription)
    {
        lock (_lock)
            _subscriptions.Add((type, subscription));
        return subscription;
    }
}
