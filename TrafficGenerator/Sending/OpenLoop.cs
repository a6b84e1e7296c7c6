using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Sentences;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Sends requests when they are due, whether or not those before have been answered.</summary>
internal sealed class OpenLoop(
    TrafficSettings settings, ModelDirectory models, RequestSender sender, TrafficMetrics metrics, TimeProvider time) : BackgroundService
{
    // What became due while this process did not run (a laptop that slept) is not made up for beyond this.
    private static readonly TimeSpan s_maxLateness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(2);

    private readonly InFlight _inFlight = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        try
        {
            await models.WaitUntilKnownAsync(stoppingToken);
            var sentences = SentenceCorpus.Load();
            var requests = new RequestSequence(sentences, settings.Current.Options.Seed);
            while (!stoppingToken.IsCancellationRequested)
            {
                var (options, replaced) = settings.Current;
                if (options.Seed != requests.Seed)
                    requests = new RequestSequence(sentences, options.Seed);
                metrics.Target(options.RequestsPerSecond);
                using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, replaced);
                await SendAsync(options, requests, end.Token, abort.Token);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before any model was known.
        }
        finally
        {
            // Those in flight may finish, for a moment.
            abort.CancelAfter(s_drain);
            await _inFlight.WaitUntilEmptyAsync();
        }
    }

    private async Task SendAsync(TrafficOptions options, RequestSequence requests, CancellationToken end, CancellationToken abort)
    {
        var arrivals = new ConstantArrivals(time, options.RequestsPerSecond);
        var mostAtOnce = (long)Math.Ceiling(options.RequestsPerSecond * s_maxLateness.TotalSeconds);
        while (!end.IsCancellationRequested)
        {
            var due = arrivals.TakeDue();
            if (due > mostAtOnce)
                metrics.Dropped(TrafficMetrics.Late, due - mostAtOnce);
            for (var i = Math.Min(due, mostAtOnce); i > 0; i--)
                Send(requests.Next(models.Models), options, abort);
            await Task.Delay(arrivals.UntilNext(), time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Send(ClassifyRequest request, TrafficOptions options, CancellationToken abort)
    {
        if (_inFlight.TryEnter(options.MaxInFlight))
            _ = SendAndLeaveAsync(request, options.Deadline, abort);
        else
            metrics.Dropped(TrafficMetrics.InFlightLimit, 1);
    }

    private async Task SendAndLeaveAsync(ClassifyRequest request, TimeSpan deadline, CancellationToken abort)
    {
        try
        {
            await sender.SendAsync(request, deadline, abort);
        }
        finally
        {
            _inFlight.Leave();
        }
    }
}
