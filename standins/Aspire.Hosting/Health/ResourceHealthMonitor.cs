using System.Collections.Concurrent;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

/// <summary>Watches the health of every instance from the moment it runs until it ends, and says when a resource is ready.</summary>
internal sealed class ResourceHealthMonitor(ResourceNotificationService notifications, HealthCheckService checks, IDistributedApplicationEventing eventing,
    IServiceProvider services, TimeProvider timeProvider, ILogger<ResourceHealthMonitor> logger) : BackgroundService
{
    private readonly Dictionary<string, (CancellationTokenSource Stop, DateTime? RunningSince)> _monitors = [];
    private readonly ConcurrentDictionary<IResource, Lazy<Task>> _ready = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var resourceEvent in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
                Follow(resourceEvent, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
        finally
        {
            foreach (var monitor in _monitors.Values)
                await monitor.Stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Follow(ResourceEvent resourceEvent, CancellationToken stoppingToken)
    {
        var (id, snapshot) = (resourceEvent.ResourceId, resourceEvent.Snapshot);
        var isRunning = snapshot.State?.Text == KnownResourceStates.Running;
        // A restart may be so quick that only the new run is seen.
        if (_monitors.TryGetValue(id, out var monitor) && (!isRunning || IsOtherRun(monitor.RunningSince, snapshot)))
        {
            monitor.Stop.Cancel();
            _monitors.Remove(id);
            if (!resourceEvent.Resource.InstanceIds().Any(_monitors.ContainsKey))
                _ready.TryRemove(resourceEvent.Resource, out _);
        }

        if (!isRunning || _monitors.ContainsKey(id))
            return;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _monitors[id] = (stop, snapshot.StartTimeStamp);
        _ = Task.Run(() => MonitorAsync(resourceEvent.Resource, id, snapshot.StartTimeStamp, stop.Token), stop.Token);
    }

    private async Task MonitorAsync(IResource resource, string id, DateTime? runningSince, CancellationToken cancellationToken)
    {
        try
        {
            var keys = resource.TryGetAnnotationsIncludingAncestorsOfType<HealthCheckAnnotation>(out var annotations) ? annotations.Select(a => a.Key).ToHashSet() : [];
            var pace = new HealthCheckPace();
            var isReady = false;
            do
            {
                var report = keys.Count == 0 ? null : await CheckAsync(id, keys, cancellationToken).ConfigureAwait(false);
                var isHealthy = report is null or { Status: HealthStatus.Healthy };
                var ready = isHealthy && !isReady ? Ready(resource, cancellationToken) : null;
                isReady |= isHealthy;
                await notifications.PublishUpdateAsync(resource, id, s => IsOtherRun(runningSince, s) || s.State?.Text != KnownResourceStates.Running ? s : s with
                {
                    HealthReports = report is null ? s.HealthReports : HealthReportMerge.Apply(s.HealthReports, report, timeProvider.GetUtcNow().UtcDateTime),
                    Ready = ready ?? s.Ready,
                }).ConfigureAwait(false);
                if (keys.Count > 0)
                    await Task.Delay(pace.Next(isHealthy), timeProvider, cancellationToken).ConfigureAwait(false);
            }
            while (keys.Count > 0);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It runs no more.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The health of '{ResourceId}' is no longer watched: {Message}", id, exception.Message);
        }
    }

    private async Task<HealthReport> CheckAsync(string id, HashSet<string> keys, CancellationToken cancellationToken)
    {
        try
        {
            InstanceScope.Current = id;
            return await checks.CheckHealthAsync(r => keys.Contains(r.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A check that cannot even be made fails all: which one it was is not known.
            return new(keys.ToDictionary(k => k, _ => new HealthReportEntry(HealthStatus.Unhealthy, exception.Message, TimeSpan.Zero, exception, null)), TimeSpan.Zero);
        }
    }

    private static bool IsOtherRun(DateTime? runningSince, CustomResourceSnapshot snapshot) =>
        runningSince is not null && snapshot.StartTimeStamp is not null && snapshot.StartTimeStamp != runningSince;

    // Once per run of a resource; its replicas share it.
    private Task Ready(IResource resource, CancellationToken cancellationToken) => _ready.GetOrAdd(resource, r => new(() =>
        Task.Run(() => eventing.PublishAsync(new ResourceReadyEvent(r, services), cancellationToken), cancellationToken))).Value;
}
