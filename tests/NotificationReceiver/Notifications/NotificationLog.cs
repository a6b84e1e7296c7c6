using System.Runtime.CompilerServices;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>The latest notifications, in the order in which they were answered; older ones make room. It may be read while it grows.</summary>
public sealed class NotificationLog
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<Notification> _notifications = new();
    private long _added;
    private TaskCompletionSource _more = NewSignal();

    /// <summary>Those that are wanted, the newest last.</summary>
    public IReadOnlyList<Notification> Find(NotificationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (_lock)
            return [.. _notifications.Where(filter.Matches)];
    }

    /// <summary>The first that is wanted, now or later.</summary>
    /// <exception cref="OperationCanceledException">None came before the token was cancelled.</exception>
    public async Task<Notification> FirstAsync(NotificationFilter filter, CancellationToken cancellationToken)
    {
        await foreach (var notification in ReadAllAsync(filter, cancellationToken))
            return notification;
        throw new InvalidOperationException("The log has no end.");
    }

    /// <summary>Those that are wanted and kept now, then each as it comes, without end.</summary>
    public async IAsyncEnumerable<Notification> ReadAllAsync(NotificationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        long read = 0;
        while (true)
        {
            Notification[] fresh;
            Task more;
            lock (_lock)
            {
                fresh = [.. _notifications.TakeLast((int)Math.Min(_added - read, _notifications.Count))];
                read = _added;
                more = _more.Task;
            }

            foreach (var notification in fresh.Where(filter.Matches))
                yield return notification;
            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets what is kept.</summary>
    public void Clear()
    {
        lock (_lock)
            _notifications.Clear();
    }

    internal void Add(Notification notification)
    {
        TaskCompletionSource added;
        lock (_lock)
        {
            if (_notifications.Count == Capacity)
                _notifications.Dequeue();
            _notifications.Enqueue(notification);
            _added++;
            (added, _more) = (_more, NewSignal());
        }

        added.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
