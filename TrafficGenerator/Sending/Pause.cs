namespace Kthena.TrafficGenerator.Sending;

/// <summary>Waits until the next request is due.</summary>
/// <remarks>
/// Timers of .NET on Linux count by a coarse clock and are up to 4 ms late, more than a server may need for its answer. With the system's clock this
/// blocks its thread instead, to the millisecond; with any other clock, which only moves when its owner moves it, it uses its timers.
/// </remarks>
internal sealed class Pause(TimeProvider time)
{
    /// <summary>Ends after a time, in whole milliseconds, or when <paramref name="end"/> is cancelled.</summary>
    /// <param name="left">How long it is still.</param>
    /// <param name="end">Ends it before.</param>
    public async ValueTask ForAsync(Func<TimeSpan> left, CancellationToken end)
    {
        if (ReferenceEquals(time, TimeProvider.System))
            end.WaitHandle.WaitOne(left());
        else
            await TimerAsync(left, end);
    }

    private async Task TimerAsync(Func<TimeSpan> left, CancellationToken end)
    {
        using var moved = CancellationTokenSource.CreateLinkedTokenSource(end);
        var span = left();
        var timer = Task.Delay(span, time, moved.Token);
        // A clock that was moved before the timer was there has not moved it.
        if (left() < span)
            await moved.CancelAsync();
        await timer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
