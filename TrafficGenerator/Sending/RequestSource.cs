using Kthena.TrafficGenerator.Arrivals;
using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Sentences;
using Kthena.TrafficGenerator.Settings;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Sends requests when they are due, whether or not those before have been answered.</summary>
internal sealed class RequestSource(
    ModelDirectory models, InFlightSender sender, TrafficMetrics metrics, RunStatistics statistics, Pause pause, TimeProvider time)
{
    // What became due while this process did not run (a laptop that slept) is not made up for beyond this.
    private static readonly TimeSpan s_maxLateness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private readonly IReadOnlyList<Sentence> _sentences = SentenceCorpus.Load();
    private RequestSequence? _requests;

    /// <summary>Sends what the options ask for.</summary>
    /// <param name="options">What to send.</param>
    /// <param name="duration">For how long: what is due later is not sent.</param>
    /// <param name="end">Ends it before.</param>
    public async Task SendAsync(TrafficOptions options, TimeSpan duration, CancellationToken end)
    {
        if (_requests?.IsOf(options) != true)
            _requests = new RequestSequence(_sentences, options.Seed, options.Mix.Texts);
        var arrivals = ArrivalProcess.Start(time, options.Rate, options.Seed);
        while (!end.IsCancellationRequested)
        {
            metrics.Target(arrivals.PerSecond);
            var elapsed = arrivals.Elapsed;
            while (arrivals.TryTake(elapsed < duration ? elapsed : duration - s_tick, out var due))
                SendOrDrop(_requests, options, arrivals.Elapsed - due);
            if (elapsed >= duration)
                return;
            await pause.ForAsync(Left, end);
        }

        TimeSpan Left()
        {
            var (next, all) = (arrivals.UntilNext(), duration - arrivals.Elapsed);
            return next < all ? next : all > TimeSpan.Zero ? all : TimeSpan.Zero;
        }
    }

    // Each arrival takes a request of the sequence, sent or not: the same one is due at the same time in every run.
    private void SendOrDrop(RequestSequence requests, TrafficOptions options, TimeSpan lateness)
    {
        var request = requests.Next(models.Models, options.Mix);
        if (request is null)
            Drop(DropReason.NoModel);
        else if (lateness >= s_maxLateness)
            Drop(DropReason.Late);
        else if (!sender.TrySend(request, lateness, options))
            Drop(DropReason.InFlightLimit);
    }

    private void Drop(string reason)
    {
        statistics.Dropped(reason);
        metrics.Dropped(reason);
    }
}
