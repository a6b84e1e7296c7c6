using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Collection;

/// <summary>
/// Reads the devices on one thread of its own. A driver can hang for ever in a call that cannot be cancelled: then this thread hangs, and
/// nothing else does. Scrapes that come at the same time share one collection.
/// </summary>
internal sealed class CollectionThread : IDisposable
{
    private static readonly TimeSpan s_leave = TimeSpan.FromSeconds(2);

    private readonly IDeviceSource _source;
    private readonly ExporterOptions _options;
    private readonly ExporterMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<CollectionThread> _logger;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Thread _thread;
    private Pending? _pending;
    private volatile bool _stopping;

    public CollectionThread(IDeviceSource source, ExporterOptions options, ExporterMetrics metrics, TimeProvider time, ILogger<CollectionThread> logger)
    {
        _source = source;
        _options = options;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "device collection" };
        _thread.Start();
    }

    /// <summary>Reads the devices; null when they have not been read in time.</summary>
    public async Task<Snapshot?> CollectAsync(CancellationToken cancellationToken)
    {
        var pending = Ask();
        var left = _options.CollectTimeout - _time.GetElapsedTime(pending.Since);
        if (left <= TimeSpan.Zero && !pending.Task.IsCompleted)
            return null; // It hangs for longer than this scrape: waiting again would slow down every one.

        try
        {
            return await pending.Task.WaitAsync(left > TimeSpan.Zero ? left : Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _asked.Release();
        // A thread that hangs in the driver ends with the process.
        _thread.Join(s_leave);
    }

    private Pending Ask()
    {
        lock (_lock)
        {
            if (_pending is { Task.IsCompleted: false } running)
                return running;
            _pending = new Pending(_time.GetTimestamp());
            _asked.Release();
            return _pending;
        }
    }

    private void Run()
    {
        while (true)
        {
            _asked.Wait();
            if (_stopping)
                break;
            Pending pending;
            lock (_lock)
                pending = _pending!;
            pending.Done(Collect());
        }

        _source.Close();
    }

    private Snapshot? Collect()
    {
        var started = _time.GetTimestamp();
        try
        {
            var snapshot = _source.Collect();
            _metrics.Collected(_time.GetElapsedTime(started), _time.GetUtcNow());
            return snapshot;
        }
        catch (Exception unexpected)
        {
            _logger.LogError(unexpected, "The devices could not be read");
            return null;
        }
    }

    /// <summary>A collection that was asked for.</summary>
    private sealed class Pending(long since)
    {
        private readonly TaskCompletionSource<Snapshot?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Since => since;

        public Task<Snapshot?> Task => _done.Task;

        public void Done(Snapshot? snapshot) => _done.SetResult(snapshot);
    }
}
