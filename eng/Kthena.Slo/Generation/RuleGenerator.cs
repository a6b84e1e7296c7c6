using Kthena.Slo.Rules;
using Kthena.Slo.Specs;

namespace Kthena.Slo.Generation;

/// <summary>
/// Makes the recording rules and alerts of a specification, under Sloth's names and labels. Each objective has two groups: indicator and alerts in
/// one, because rules of a group follow one another within one evaluation and so no alert waits for the next; what is about the whole period in
/// another, once a minute, because it costs the most and changes the slowest.
/// </summary>
public static class RuleGenerator
{
    private const string PeriodInterval = "1m";

    /// <summary>The rules of a specification.</summary>
    public static RuleFile Generate(ServiceLevelSpec spec)
        => new([.. spec.Objectives.Select(objective => new ObjectiveScope(spec, objective)).SelectMany(Groups)]);

    /// <summary>The names of an objective's groups.</summary>
    public static IReadOnlyList<string> GroupNames(ServiceLevelSpec spec, ServiceLevelObjective objective)
        => [.. Groups(new(spec, objective)).Select(group => group.Name)];

    private static IEnumerable<RuleGroup> Groups(ObjectiveScope scope) =>
    [
        new($"slo-{scope.Id}", Interval: null, [.. IndicatorRules.Create(scope), .. BudgetRules.Create(scope), .. BurnRateAlerts.Create(scope)]),
        new($"slo-{scope.Id}-period", PeriodInterval, [IndicatorRules.CreatePeriod(scope), .. BudgetRules.CreatePeriod(scope)]),
    ];
}
