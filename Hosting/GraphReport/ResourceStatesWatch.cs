using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.GraphReport;

/// <summary>Follows the graph's notifications for as long as it runs.</summary>
internal sealed class ResourceStatesWatch(ResourceStates states, ResourceNotificationService notifications) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken)) states.Observe(change);
    }
}
