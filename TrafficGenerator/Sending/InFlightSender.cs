using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Sends requests without waiting for their answers, up to a limit of those that wait.</summary>
internal sealed class InFlightSender(RequestSender sender, TimeProvider time) : IDisposable
{
    // For how long requests in flight may still end once the program was told to stop.
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(2);

    private readonly InFlight _inFlight = new();
    private readonly CancellationTokenSource _abort = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Sends it, unless as many are in flight as may be.</summary>
    public bool TrySend(ClassifyRequest request, TimeSpan lateness, TrafficOptions options)
    {
        if (!_inFlight.TryEnter(options.MaxInFlight))
            return false;
        _ = SendAndLeaveAsync(request, lateness, options.Deadline);
        return true;
    }

    /// <summary>Ends when none is in flight: at their deadlines, or a moment after <paramref name="stoppingToken"/> is cancelled.</summary>
    public async Task DrainAsync(CancellationToken stoppingToken)
    {
        using var stopping = stoppingToken.Register(() => _abort.CancelAfter(s_drain));
        await _inFlight.WaitUntilEmptyAsync();
    }

    public void Dispose() => _abort.Dispose();

    private async Task SendAndLeaveAsync(ClassifyRequest request, TimeSpan lateness, TimeSpan deadline)
    {
        try
        {
            await sender.SendAsync(request, lateness, deadline, _abort.Token);
        }
        finally
        {
            _inFlight.Leave();
        }
    }
}
