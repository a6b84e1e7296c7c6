using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>One run: waits for the server, sends for as long as it should, lets the last requests end, and then ends the program if it has a duration.</summary>
internal sealed class OpenLoop(
    TrafficSettings settings,
    RunOptions run,
    ModelDirectory models,
    RequestSource source,
    InFlightSender sender,
    RunStatistics statistics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<OpenLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // On a thread of its own, which may block: see Pause.
            if (await IsServerThereAsync(stoppingToken))
                await Task.Factory.StartNew(
                    () => SendAsync(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
        finally
        {
            statistics.Stopped();
            await sender.DrainAsync(stoppingToken);
        }

        if (run.Duration is not null)
            lifetime.StopApplication();
    }

    private async Task<bool> IsServerThereAsync(CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(run.Duration is null ? Timeout.InfiniteTimeSpan : run.ServerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            await models.WaitUntilKnownAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            if (!stoppingToken.IsCancellationRequested)
                logger.LogError("The server named no model that is loaded within {Timeout}: nothing is sent", run.ServerTimeout);
            return false;
        }
    }

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        statistics.Started();
        var start = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var (options, replaced) = settings.Current;
            var left = (run.Duration ?? TimeSpan.MaxValue) - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
                return;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, replaced);
            await source.SendAsync(options, left, end.Token);
        }
    }
}
