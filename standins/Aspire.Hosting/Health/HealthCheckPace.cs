namespace Aspire.Hosting.Health;

/// <summary>How often health is asked for: fast while a resource starts, seldom once it is fine, soon again when it is not.</summary>
internal sealed class HealthCheckPace
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan s_slowestStart = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_healthy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_unhealthy = TimeSpan.FromMilliseconds(500);

    private TimeSpan _start = s_first;
    private bool _wasHealthy;

    public TimeSpan Next(bool isHealthy)
    {
        _wasHealthy |= isHealthy;
        if (_wasHealthy)
            return isHealthy ? s_healthy : s_unhealthy;
        var delay = _start;
        _start = TimeSpan.FromTicks(Math.Min((_start * 1.2).Ticks, s_slowestStart.Ticks));
        return delay;
    }
}
