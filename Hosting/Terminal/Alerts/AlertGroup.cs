namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>A group of <c>/api/v2/alerts/groups</c>: alerts that one receiver is told of together. An alert is in one group for each receiver.</summary>
internal sealed record AlertGroup(GroupReceiver? Receiver, IReadOnlyList<GroupedAlert>? Alerts)
{
    /// <summary>Each alert of some groups once.</summary>
    public static IReadOnlyList<ActiveAlert> Merge(IEnumerable<AlertGroup> groups) =>
    [
        .. groups.SelectMany(group => (group.Alerts ?? []).Select(alert => (group.Receiver, Alert: alert)))
            .Where(one => one.Alert.Fingerprint is not null)
            .GroupBy(one => one.Alert.Fingerprint!)
            .Select(same => Read([.. same])),
    ];

    private static ActiveAlert Read(IReadOnlyList<(GroupReceiver? Receiver, GroupedAlert Alert)> same)
    {
        var alert = same[0].Alert;
        var labels = alert.Labels ?? new Dictionary<string, string>();
        var told = same.Where(one => one.Alert.Status?.Suppression is null).Select(one => PlainText.FirstLine(one.Receiver?.Name) ?? "").Distinct().ToList();
        return new(
            alert.Fingerprint!,
            PlainText.FirstLine(labels.GetValueOrDefault("alertname")) ?? "",
            PlainText.FirstLine(labels.GetValueOrDefault("severity")) ?? "",
            AlertSubject.Of(labels),
            PlainText.FirstLine(alert.Annotations?.GetValueOrDefault("summary")),
            alert.StartsAt,
            alert.EndsAt,
            told,
            told.Count == 0 ? alert.Status!.Suppression : null);
    }
}

internal sealed record GroupReceiver(string? Name);

internal sealed record GroupedAlert(
    string? Fingerprint,
    IReadOnlyDictionary<string, string>? Labels,
    IReadOnlyDictionary<string, string>? Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    GroupedStatus? Status);

/// <param name="SilencedBy">Ids of silences.</param>
/// <param name="InhibitedBy">Fingerprints of alerts that make this one needless.</param>
/// <param name="MutedBy">Names of time intervals, since Alertmanager 0.28.</param>
internal sealed record GroupedStatus(IReadOnlyList<string>? SilencedBy, IReadOnlyList<string>? InhibitedBy, IReadOnlyList<string>? MutedBy)
{
    public string? Suppression => SilencedBy is { Count: > 0 } ? "silenced" : InhibitedBy is { Count: > 0 } ? "inhibited" : MutedBy is { Count: > 0 } ? "muted" : null;
}
