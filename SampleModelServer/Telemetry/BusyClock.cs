namespace Kthena.SampleModelServer.Telemetry;

/// <summary>
/// For how long at least one batch was being computed. That is what NVML means by the utilisation of a device: the share of time during which one
/// or more kernels ran.
/// </summary>
internal sealed class BusyClock(TimeProvider time)
{
    private readonly Lock _lock = new();
    private TimeSpan _total;
    private long _since;
    private int _running;

    public TimeSpan Total
    {
        get
        {
            lock (_lock)
                return _running == 0 ? _total : _total + time.GetElapsedTime(_since);
        }
    }

    public void Enter()
    {
        lock (_lock)
        {
            if (_running++ == 0)
                _since = time.GetTimestamp();
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_running == 0)
                _total += time.GetElapsedTime(_since);
        }
    }
}
