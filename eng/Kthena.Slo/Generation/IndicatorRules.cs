using Kthena.Slo.PromQl;
using Kthena.Slo.Rules;
using Kthena.Slo.Specs;
using Kthena.Slo.Windows;

namespace Kthena.Slo.Generation;

/// <summary>
/// The share of bad events over each window. Without traffic it is 0, not NaN: where nothing happened, nothing failed. A query of errors
/// that finds no series counts as none; without any series of all events there is no indicator at all.
/// </summary>
internal static class IndicatorRules
{
    // Events per second, one in thirty years: a divisor that is never 0, and below every rate that there is.
    private static readonly Number s_noTraffic = new(0.000000001m);

    private static readonly Number s_zero = new(0);

    public static IEnumerable<Rule> Create(ObjectiveScope scope)
    {
        foreach (var window in BurnRateWindows.All)
            yield return Ratio(scope, window, Over(scope.Objective.Indicator, window));

        // What the period is summed up from.
        if (scope.Objective.Indicator is EventsIndicator events)
        {
            yield return scope.Record(SeriesNames.Errors, ErrorsOf(events, BurnRateWindows.Current));
            yield return scope.Record(SeriesNames.Total, events.Total.Over(BurnRateWindows.Current));
        }
    }

    /// <summary>
    /// The share of bad events over the period, from the series of the shortest window: a range of days over raw series would cost too much.
    /// Events are summed, so that a busy hour weighs more than an idle night; a ratio can only be averaged over time.
    /// </summary>
    public static Rule CreatePeriod(ObjectiveScope scope) => Ratio(scope, BurnRateWindows.Period, scope.Objective.Indicator is EventsIndicator
        ? new Binary(
            new FunctionCall("sum_over_time", scope.Select(SeriesNames.Errors, BurnRateWindows.Period)),
            "/",
            new FunctionCall("clamp_min", new FunctionCall("sum_over_time", scope.Select(SeriesNames.Total, BurnRateWindows.Period)), s_noTraffic),
            Lines: true)
        : new FunctionCall("avg_over_time", scope.Select(SeriesNames.ErrorRatio(BurnRateWindows.Current), BurnRateWindows.Period)));

    private static Rule Ratio(ObjectiveScope scope, string window, PromQuery expr)
        => scope.Record(SeriesNames.ErrorRatio(window), expr, (ObjectiveScope.WindowLabel, window));

    private static Binary Over(ServiceLevelIndicator indicator, string window) => indicator switch
    {
        EventsIndicator events => new(
            ErrorsOf(events, window), "/", new FunctionCall("clamp_min", events.Total.Over(window), s_noTraffic), Lines: true),
        // NaN is not >= 0; a timestamp is never NaN.
        RawIndicator raw => new(
            new Binary(raw.ErrorRatio.Over(window), ">=", s_zero),
            "or",
            new Binary(s_zero, "*", new FunctionCall("timestamp", raw.ErrorRatio.Over(window))),
            Lines: true),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "An indicator of unknown kind."),
    };

    private static Binary ErrorsOf(EventsIndicator events, string window)
        => new(events.Errors.Over(window), "or", new Binary(s_zero, "*", events.Total.Over(window)), Lines: true);
}
