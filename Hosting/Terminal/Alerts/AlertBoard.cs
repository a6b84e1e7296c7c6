namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>The alerts that are known, and what changes from one look to the next.</summary>
internal sealed class AlertBoard(TimeProvider time)
{
    private readonly Dictionary<string, ActiveAlert> _known = [];
    private readonly HashSet<string> _uncertain = [];

    /// <summary>What changed, the worst first.</summary>
    public IReadOnlyList<AlertChange> Update(IReadOnlyList<ActiveAlert> seen)
    {
        var now = time.GetUtcNow();
        var changes = new List<AlertChange>();
        foreach (var alert in seen)
        {
            var isNews = !_known.TryGetValue(alert.Fingerprint, out var before) || before.Suppression != alert.Suppression || before.StartsAt < alert.StartsAt;
            if (isNews) changes.Add(new(alert, alert.IsSuppressed ? AlertChangeKind.Suppressed : AlertChangeKind.Firing));
            _known[alert.Fingerprint] = alert;
            _uncertain.Remove(alert.Fingerprint);
        }

        var gone = _known.Keys.Except(seen.Select(alert => alert.Fingerprint)).Select(fingerprint => _known[fingerprint]).Where(alert => IsOver(alert, now)).ToList();
        foreach (var alert in gone)
        {
            _known.Remove(alert.Fingerprint);
            _uncertain.Remove(alert.Fingerprint);
            changes.Add(new(alert, AlertChangeKind.Resolved, now - alert.StartsAt));
        }

        return [.. changes.OrderBy(change => change.Kind).ThenBy(change => AlertStyle.Rank(change.Alert)).ThenBy(change => change.Alert.Name, StringComparer.Ordinal)];
    }

    /// <summary>Alertmanager does not answer. It keeps its alerts in memory, so after a restart it has none until Prometheus sends them again.</summary>
    public void Lose() => _uncertain.UnionWith(_known.Keys);

    private bool IsOver(ActiveAlert alert, DateTimeOffset now) => !_uncertain.Contains(alert.Fingerprint) || alert.EndsAt <= now;
}
