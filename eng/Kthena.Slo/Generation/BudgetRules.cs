using System.Globalization;
using Kthena.Slo.PromQl;
using Kthena.Slo.Rules;
using Kthena.Slo.Windows;

namespace Kthena.Slo.Generation;

/// <summary>The objective itself, its error budget, how fast that burns, what is left of it and for how long.</summary>
internal static class BudgetRules
{
    private const int SecondsOfDay = 86_400;

    /// <summary>What is recorded with the indicator; a burn rate of 1 spends exactly the budget within the period.</summary>
    public static IEnumerable<Rule> Create(ObjectiveScope scope) =>
    [
        scope.Record(SeriesNames.Objective, Constant(scope.Objective.Ratio)),
        scope.Record(SeriesNames.ErrorBudget, Constant(scope.Objective.ErrorBudget)),
        scope.Record(SeriesNames.PeriodDays, Constant(BurnRateWindows.PeriodDays)),
        scope.Record(SeriesNames.CurrentBurnRate, BurnRate(scope, BurnRateWindows.Current)),
        scope.Record(SeriesNames.Info, Constant(1),
            ("sloth_mode", scope.Spec.Form.Mode),
            ("sloth_objective", scope.Objective.Percent.ToString(CultureInfo.InvariantCulture)),
            ("sloth_spec", scope.Spec.Form.Version),
            ("sloth_version", "kthena")),
    ];

    /// <summary>
    /// What follows from the share of errors over the period. What remains is 1 for an untouched budget, 0 for one that is used up, and below 0 when more
    /// than that has failed. The time to exhaustion is absent while nothing burns and 0 when nothing remains.
    /// </summary>
    public static IEnumerable<Rule> CreatePeriod(ObjectiveScope scope) =>
    [
        scope.Record(SeriesNames.PeriodBurnRate, BurnRate(scope, BurnRateWindows.Period)),
        scope.Record(SeriesNames.BudgetRemaining, new Binary(new Number(1), "-", scope.Select(SeriesNames.PeriodBurnRate))),
        scope.Record(SeriesNames.TimeToExhaustion, new Binary(
            new Binary(
                new FunctionCall("clamp_min", scope.Select(SeriesNames.BudgetRemaining), new Number(0)),
                "*",
                new Number(BurnRateWindows.PeriodDays * SecondsOfDay)),
            $"/ ignoring ({ObjectiveScope.WindowLabel})",
            new Binary(scope.Select(SeriesNames.CurrentBurnRate), ">", new Number(0)),
            Lines: true)),
    ];

    private static Binary BurnRate(ObjectiveScope scope, string window) => new(
        scope.Select(SeriesNames.ErrorRatio(window)),
        $"/ on ({ObjectiveScope.Identity}) group_left ()",
        scope.Select(SeriesNames.ErrorBudget),
        Lines: true);

    private static FunctionCall Constant(decimal value) => new("vector", new Number(value));
}
