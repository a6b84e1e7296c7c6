namespace Kthena.GpuExporter.Gpus;

/// <summary>
/// When to connect to the driver again. After a failed attempt: once in an interval. While a GPU is down: some drivers give it back only to a new
/// connection, and a new one disturbs the other GPUs, so it is tried ever more rarely.
/// </summary>
internal sealed class RetryPlan
{
    private static readonly TimeSpan s_rarest = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private TimeSpan _patience;
    private long? _opened;
    private bool _waiting;

    public RetryPlan(TimeSpan interval, TimeProvider time)
    {
        _interval = _patience = interval;
        _time = time;
    }

    /// <summary>The last attempt to connect is long enough ago.</summary>
    public bool MayOpen => _opened is not { } opened || _time.GetElapsedTime(opened) >= _interval;

    /// <summary>A GPU has been down for so long that a new connection is worth it.</summary>
    public bool ShouldAttachAgain => _waiting && _opened is { } opened && _time.GetElapsedTime(opened) >= _patience;

    public void Opening()
    {
        if (_waiting)
            _patience = _patience * 2 < s_rarest ? _patience * 2 : s_rarest;
        _opened = _time.GetTimestamp();
    }

    /// <summary>Tells how the last collection went.</summary>
    public void Found(bool anyDown)
    {
        if (!anyDown)
            _patience = _interval;
        _waiting = anyDown;
    }
}
