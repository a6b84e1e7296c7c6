using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Logs;

/// <summary>Follows the console output of every resource, from its first notification until the graph has stopped.</summary>
internal sealed class ResourceLogFiles(StateFolder state, ResourceNotificationService notifications, ResourceLoggerService logs, ILogger<ResourceLogFiles> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _following = new(StringComparer.Ordinal);
    private Task _watching = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _watching = Task.Run(WatchAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _watching;
        await Task.WhenAll(_following.Values);
    }

    public void Dispose() => _stop.Dispose();

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(_stop.Token))
            {
                if (change.Resource is IComputeResource) _ = _following.GetOrAdd(change.ResourceId, FollowAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The graph has stopped.
        }
    }

    private async Task FollowAsync(string resourceId)
    {
        await using var file = new BoundedLogFile(Path.Join(state.OfThisRun("logs"), $"{resourceId}.log"));
        try
        {
            await foreach (var lines in logs.WatchAsync(resourceId).WithCancellation(_stop.Token)) await file.WriteAsync(lines);
        }
        catch (IOException error)
        {
            logger.LogWarning("The log of '{Resource}' is no longer kept: {Error}", resourceId, error.Message);
        }
        catch (OperationCanceledException)
        {
            // The graph has stopped.
        }
    }
}
