using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Console logs, per instance of a resource.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new();
    private readonly CancellationTokenSource _disposing = new();
    private readonly TimeProvider _timeProvider;

    public ResourceLoggerService() : this(TimeProvider.System)
    {
    }

    internal ResourceLoggerService(TimeProvider timeProvider) => _timeProvider = timeProvider;

    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var ids = resource.InstanceIds();
        return ids.Count == 1 ? Log(ids[0]) : new ReplicaLogger([.. ids.Select(Log)]);
    }

    public ILogger GetLogger(string resourceName)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        return Log(resourceName);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return GetAllAsync(resource.InstanceIds());
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return WatchAsync(resource.InstanceIds(), CancellationToken.None);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        return GetAllAsync([resourceName]);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        return WatchAsync([resourceName], CancellationToken.None);
    }

    public void Complete(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var id in resource.InstanceIds())
            Complete(id);
    }

    public void Complete(string name)
    {
        if (_logs.TryGetValue(name, out var log))
            log.Complete();
    }

    public void ClearBacklog(string resourceName)
    {
        if (_logs.TryGetValue(resourceName, out var log))
            log.Clear();
    }

    public void Dispose()
    {
        _disposing.Cancel();
        foreach (var log in _logs.Values)
            log.Complete();
        GC.SuppressFinalize(this);
    }

    internal ResourceLog Log(string id) => _logs.GetOrAdd(id, static (_, time) => new(time), _timeProvider);

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IReadOnlyList<string> ids)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var id in ids)
            if (Log(id).Lines is { Count: > 0 } lines)
                yield return lines;
    }

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
        var batches = Channel.CreateBounded<IReadOnlyList<LogLine>>(1);
        var pumps = Task.WhenAll(ids.Select(id => PumpAsync(Log(id), batches.Writer, stop.Token)));
        _ = pumps.ContinueWith(_ => batches.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PumpAsync(ResourceLog log, ChannelWriter<IReadOnlyList<LogLine>> batches, CancellationToken cancellationToken)
    {
        var (backlog, follower) = log.Follow();
        try
        {
            if (backlog.Count > 0)
                await batches.WriteAsync(backlog, cancellationToken).ConfigureAwait(false);
            while (await follower.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var batch = new List<LogLine>();
                while (follower.Reader.TryRead(out var line))
                    batch.Add(line);
                await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            log.Unfollow(follower);
        }
    }

    private sealed class ReplicaLogger(ResourceLog[] replicas) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            foreach (var replica in replicas)
                replica.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
