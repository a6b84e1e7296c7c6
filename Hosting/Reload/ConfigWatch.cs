using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Reload;

/// <summary>Watches the files of one tool for as long as the graph runs, and reloads the tool when they have changed.</summary>
internal sealed class ConfigWatch(ConfigReloader reloader, ResourceLoggerService loggers, TimeProvider timeProvider) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = new FileChanges(reloader.Sources, timeProvider);
        var log = loggers.GetLogger(reloader.Resource);
        await foreach (var changed in changes.ReadAllAsync(stoppingToken))
        {
            if (await reloader.ReloadAsync(stoppingToken) is { } error)
                log.LogError("{Changed} changed. The old configuration stays in use: {Error}", changed, error);
            else
                log.LogInformation("{Changed} changed. Nothing is wrong with it.", changed);
        }
    }
}
