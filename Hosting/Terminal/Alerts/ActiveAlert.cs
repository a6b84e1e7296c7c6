namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>An alert that Alertmanager has and that has not resolved.</summary>
/// <param name="Fingerprint">The hash of its labels.</param>
/// <param name="Name">Its label <c>alertname</c>.</param>
/// <param name="Severity">Its label <c>severity</c>; empty without.</param>
/// <param name="Subject">What it is about, e.g. the model's id; empty when no label says so.</param>
/// <param name="Summary">One line of its annotations; null without.</param>
/// <param name="StartsAt">When it began to fire.</param>
/// <param name="EndsAt">When it counts as resolved unless Prometheus sends it again.</param>
/// <param name="Receivers">Those who are told.</param>
/// <param name="Suppression">Why nobody is told: <c>silenced</c>, <c>inhibited</c> or <c>muted</c>; null while somebody is.</param>
internal sealed record ActiveAlert(
    string Fingerprint,
    string Name,
    string Severity,
    string Subject,
    string? Summary,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    IReadOnlyList<string> Receivers,
    string? Suppression)
{
    public bool IsSuppressed => Suppression is not null;
}
