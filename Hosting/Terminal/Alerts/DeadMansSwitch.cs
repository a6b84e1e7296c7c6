namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>Notices that the alert which always fires does not: then others may not arrive either.</summary>
internal sealed class DeadMansSwitch(TimeProvider time)
{
    public const string AlertName = "Watchdog";

    public const string MissingText = "Watchdog is not arriving: alerts may not reach anybody";

    public const string BackText = "Watchdog arrives again";

    /// <summary>
    /// Prometheus sends a firing alert again after a minute, at its next evaluation. What it sends before it has found Alertmanager, or while
    /// Alertmanager starts again, is lost; that is no news yet.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private DateTimeOffset? _absentSince;

    public bool IsMissing { get; private set; }

    /// <returns>What is new; null when nothing is.</returns>
    public string? Update(IEnumerable<ActiveAlert> alerts)
    {
        var wasMissing = IsMissing;
        if (alerts.Any(alert => alert.Name == AlertName && !alert.IsSuppressed))
        {
            (_absentSince, IsMissing) = (null, false);
            return wasMissing ? BackText : null;
        }

        var now = time.GetUtcNow();
        _absentSince ??= now;
        IsMissing = wasMissing || now - _absentSince >= s_patience;
        return IsMissing && !wasMissing ? MissingText : null;
    }

    /// <summary>Nobody can tell: it counts anew when Alertmanager answers.</summary>
    public void Lose() => (_absentSince, IsMissing) = (null, false);
}
