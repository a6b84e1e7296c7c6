namespace Kthena.Slo.Specs;

/// <summary>One objective: what share of events must be good, how the bad ones are counted, and who is alerted.</summary>
/// <param name="Name">Unique within the service.</param>
/// <param name="Percent">The share of good events that is aimed at, in percent: above 0, below 100.</param>
/// <param name="Description">What it means for users, or null.</param>
/// <param name="Labels">Labels of this objective's recording rules, beside those of the service.</param>
/// <param name="Indicator">How bad events are measured.</param>
/// <param name="Alerting">The alerts on the speed at which the error budget burns.</param>
/// <param name="Position">Where the specification declares it.</param>
public sealed record ServiceLevelObjective(
    string Name,
    decimal Percent,
    string? Description,
    IReadOnlyDictionary<string, string> Labels,
    ServiceLevelIndicator Indicator,
    Alerting Alerting,
    SourcePosition Position)
{
    /// <summary>The share of good events that is aimed at, between 0 and 1.</summary>
    public decimal Ratio => Percent / 100;

    /// <summary>The share of bad events that is allowed, between 0 and 1. Decimal, so that 99.9 % leaves 0.001 and not 0.00099999.</summary>
    public decimal ErrorBudget => 1 - Ratio;
}
