namespace Aspire.Hosting;

/// <summary>Repeats the console logs of resources in the application's own log, where a test wants them.</summary>
internal sealed class ResourceLogForwarder(ResourceNotificationService notifications, ResourceLoggerService logs, ILoggerFactory loggers, IHostEnvironment environment)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var followed = new Dictionary<string, Task>();
        try
        {
            await foreach (var resourceEvent in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
                if (!followed.ContainsKey(resourceEvent.ResourceId))
                    followed[resourceEvent.ResourceId] = FollowAsync(resourceEvent, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }

        await Task.WhenAll(followed.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(ResourceEvent resourceEvent, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger($"{environment.ApplicationName}.Resources.{resourceEvent.Resource.Name}");
        await foreach (var lines in logs.WatchAsync(resourceEvent.ResourceId).WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var line in lines)
                logger.Log(line.IsErrorMessage ? LogLevel.Error : LogLevel.Information, "{LineNumber}: {LineContent}", line.LineNumber, line.Content);
    }
}
