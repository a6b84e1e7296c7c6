namespace Kthena.TrafficGenerator.Sending;

/// <summary>Waits until the next request is due.</summary>
/// <remarks>
/// Timers of .NET on Linux count by a coarse clock and are up to 4 ms late, more than a server may need for its answer. With the system's clock this
/// blocks its thread instead, to the millisecond; with any other clock, which only moves when its owner moves it, it uses its timers.
/// </remarks>
internal sealed class Pause(TimeProvider time)
{
    /// <summary>Ends after the time, in whole milliseconds, or when <paramref name="end"/> is cancelled.</summary>
    public async ValueTask ForAsync(TimeSpan span, CancellationToken end)
    {
        if (ReferenceEquals(time, TimeProvider.System))
            end.WaitHandle.WaitOne(span);
        else
            await Task.Delay(span, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
