namespace Kthena.Slo.Specs;

/// <summary>The alerts of an objective.</summary>
/// <param name="Name">The name of both alerts; null only where both are disabled.</param>
/// <param name="Labels">Labels of both alerts.</param>
/// <param name="Annotations">Annotations of both alerts.</param>
/// <param name="Page">The alert that wakes somebody.</param>
/// <param name="Ticket">The alert that can wait until the morning.</param>
public sealed record Alerting(
    string? Name, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations, Alert Page, Alert Ticket)
{
    /// <summary>The alert of an urgency.</summary>
    public Alert For(Urgency urgency) => urgency == Urgency.Page ? Page : Ticket;
}

/// <summary>What one of the two alerts has for itself; it goes before what both have.</summary>
public sealed record Alert(bool Disabled, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);

/// <summary>How soon somebody must act.</summary>
public enum Urgency
{
    /// <summary>Now: the month's budget would be gone within days.</summary>
    Page,

    /// <summary>Within days.</summary>
    Ticket,
}
