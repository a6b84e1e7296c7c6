namespace Kthena.SampleModelServer.Faults;

/// <summary>
/// The faults that are active: begun one at a time, ended when they are cleared, when their time is over, or with the server.
/// </summary>
internal sealed class FaultBoard(FaultCatalog catalog, FaultMetrics metrics, TimeProvider time, ILogger<FaultBoard> logger) : IHostedService, IDisposable
{
    /// <summary>The most faults that are active at a time.</summary>
    public const int MaxActive = 256;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<(string, string?, int?), (ActiveFault Fault, ITimer Timer)> _entries = [];
    private volatile ActiveFault[] _active = [];
    private Task? _stop;

    /// <summary>Those that are active, in the order in which they began.</summary>
    public IReadOnlyList<ActiveFault> Active => _active;

    /// <summary>Begins faults; one that is active already for the same target is replaced.</summary>
    /// <exception cref="FaultRefusedException">One of them cannot be injected; none is then.</exception>
    public async Task BeginAsync(IReadOnlyList<ActiveFault> faults)
    {
        await _one.WaitAsync();
        try
        {
            if (_entries.Count + faults.Count(fault => !_entries.ContainsKey(fault.Key)) > MaxActive)
                throw new FaultRefusedException($"{_entries.Count} faults are active, and {MaxActive} may be: clear some first.");

            foreach (var (index, fault) in faults.Index())
            {
                try
                {
                    await BeginAsync(fault);
                }
                catch
                {
                    foreach (var begun in faults.Take(index))
                        await EndAsync(begun, "not all could be injected");
                    throw;
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends the active faults that are meant.</summary>
    public async Task EndAsync(Func<ActiveFault, bool> isMeant)
    {
        await _one.WaitAsync();
        try
        {
            foreach (var fault in _active.Where(isMeant))
                await EndAsync(fault, "cleared");
        }
        finally
        {
            _one.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        logger.LogWarning("Fault injection is enabled (Faults:Enabled): everyone who reaches /faults can make this server fail");
        return Task.CompletedTask;
    }

    /// <summary>Ends all of them. A host may be stopped twice; both calls end with the last fault.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_entries)
            return _stop ??= EndAsync(_ => true);
    }

    public void Dispose()
    {
        foreach (var (_, timer) in _entries.Values)
            timer.Dispose();
        _one.Dispose();
    }

    private async Task BeginAsync(ActiveFault fault)
    {
        if (_entries.TryGetValue(fault.Key, out var entry))
            await EndAsync(entry.Fault, "replaced");

        await catalog[fault.Name].BeginAsync(fault);
        // The timer cannot come in between: ending waits for its turn.
        var left = fault.Until is { } until ? TimeSpan.FromTicks(Math.Max(0, (until - time.GetUtcNow()).Ticks)) : Timeout.InfiniteTimeSpan;
        var timer = time.CreateTimer(static state => ((Action)state!)(), (Action)(() => _ = ExpireAsync(fault)), left, Timeout.InfiniteTimeSpan);
        _entries.Add(fault.Key, (fault, timer));
        _active = [.. _active, fault];
        metrics.Began(fault);
        logger.LogWarning("FAULT INJECTION BEGINS: {Fault} on {Target} {End}", fault.Name, fault.Target, fault.End);
    }

    private async Task ExpireAsync(ActiveFault fault)
    {
        try
        {
            await EndAsync(active => ReferenceEquals(active, fault));
        }
        catch (ObjectDisposedException)
        {
            // The server ended first, and the fault with it.
        }
    }

    private async Task EndAsync(ActiveFault fault, string how)
    {
        _entries.Remove(fault.Key, out var entry);
        await entry.Timer.DisposeAsync();
        _active = [.. _active.Where(active => !ReferenceEquals(active, fault))];
        metrics.Ended(fault);
        try
        {
            await catalog[fault.Name].EndAsync(fault);
            logger.LogWarning("FAULT INJECTION ENDS: {Fault} on {Target} ({How})", fault.Name, fault.Target, how);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "FAULT INJECTION: {Fault} on {Target} could not be taken back", fault.Name, fault.Target);
        }
    }
}
