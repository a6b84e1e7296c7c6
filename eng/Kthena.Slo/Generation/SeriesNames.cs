namespace Kthena.Slo.Generation;

/// <summary>The series of an objective, under the names that Sloth documents; those marked are ours.</summary>
internal static class SeriesNames
{
    /// <summary>Bad events per second in the shortest window; ours.</summary>
    public const string Errors = "slo:sli_error:rate5m";

    /// <summary>All events per second in the shortest window; ours.</summary>
    public const string Total = "slo:sli_total:rate5m";

    public const string Objective = "slo:objective:ratio";
    public const string ErrorBudget = "slo:error_budget:ratio";
    public const string PeriodDays = "slo:time_period:days";
    public const string CurrentBurnRate = "slo:current_burn_rate:ratio";
    public const string PeriodBurnRate = "slo:period_burn_rate:ratio";
    public const string BudgetRemaining = "slo:period_error_budget_remaining:ratio";
    public const string Info = "sloth_slo_info";

    /// <summary>Seconds until the budget is used up at the current burn rate; ours.</summary>
    public const string TimeToExhaustion = "slo:error_budget_time_to_exhaustion:seconds";

    /// <summary>The share of bad events in a window.</summary>
    public static string ErrorRatio(string window) => "slo:sli_error:ratio_rate" + window;
}
