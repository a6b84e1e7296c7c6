namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>What the view shows of alerts.</summary>
/// <param name="Alerts">Those that fire, the worst first.</param>
/// <param name="IsWatchdogMissing">Whether alerts may not reach anybody.</param>
internal sealed record AlertPicture(IReadOnlyList<ActiveAlert> Alerts, bool IsWatchdogMissing)
{
    public static readonly AlertPicture None = new([], IsWatchdogMissing: false);

    public bool IsSameAs(AlertPicture other) => IsWatchdogMissing == other.IsWatchdogMissing
        && Alerts.Select(Key).SequenceEqual(other.Alerts.Select(Key));

    private static string Key(ActiveAlert alert) => $"{alert.Fingerprint}\n{alert.Suppression}\n{alert.Summary}\n{string.Join('\n', alert.Receivers)}";
}

/// <summary>Hands the latest picture from the watch to the view.</summary>
internal sealed class CurrentAlerts
{
    private volatile AlertPicture _picture = AlertPicture.None;

    public event Action? Changed;

    public AlertPicture Picture
    {
        get => _picture;
        set
        {
            if (value.IsSameAs(_picture)) return;
            _picture = value;
            Changed?.Invoke();
        }
    }
}
