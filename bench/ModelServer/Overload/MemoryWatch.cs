using System.Collections.Concurrent;
using Kthena.Bench.ModelServer.Processes;

namespace Kthena.Bench.ModelServer.Overload;

/// <summary>Reads the resident memory of a process ten times a second until it is disposed.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<(long At, long Bytes)> _readings = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly Task _watching;

    public MemoryWatch(int processId, TimeProvider time)
    {
        _time = time;
        _watching = WatchAsync(processId);
    }

    /// <summary>The most bytes between two timestamps.</summary>
    public long Peak(long from, long until) => _readings.Where(reading => reading.At >= from && reading.At < until).Select(reading => reading.Bytes).DefaultIfEmpty().Max();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(int processId)
    {
        using var timer = new PeriodicTimer(s_interval, _time);
        try
        {
            do
                _readings.Enqueue((_time.GetTimestamp(), ProcessFigures.Resident(processId)));
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }
}
