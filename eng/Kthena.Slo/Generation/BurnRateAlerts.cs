using Kthena.Slo.PromQl;
using Kthena.Slo.Rules;
using Kthena.Slo.Specs;
using Kthena.Slo.Windows;

namespace Kthena.Slo.Generation;

/// <summary>
/// An alert per urgency: the budget burns too fast over both windows of one of its pairs. Its value is the share of bad events in the short window. It
/// has no <c>for</c>: the long window is what shows that it is no blip.
/// </summary>
internal static class BurnRateAlerts
{
    public static IEnumerable<Rule> Create(ObjectiveScope scope)
    {
        var alerting = scope.Objective.Alerting;
        foreach (var urgency in (Urgency[])[Urgency.Page, Urgency.Ticket])
        {
            var alert = alerting.For(urgency);
            if (alert.Disabled)
                continue;
            var conditions = BurnRateWindows.Month.Where(pair => pair.Urgency == urgency).Select(pair => Burns(scope, pair));
            yield return new(
                Record: null,
                alerting.Name,
                conditions.Aggregate((one, other) => new Binary(one, "or", other, Lines: true)).ToString(),
                ObjectiveScope.Merge(
                    ObjectiveScope.Sorted(("sloth_severity", urgency == Urgency.Page ? "page" : "ticket")), alerting.Labels, alert.Labels),
                ObjectiveScope.Merge(alerting.Annotations, alert.Annotations));
        }
    }

    private static Binary Burns(ObjectiveScope scope, WindowPair pair)
        => new(TooFast(scope, pair, pair.ShortWindow), "and", TooFast(scope, pair, pair.LongWindow), Lines: true);

    // Without the window's label, so that both sides of 'and' match.
    private static MaxWithout TooFast(ObjectiveScope scope, WindowPair pair, string window) => new(
        ObjectiveScope.WindowLabel,
        new Binary(
            scope.Select(SeriesNames.ErrorRatio(window)),
            ">",
            new Binary(new Number(pair.Factor), "*", new Number(scope.Objective.ErrorBudget))));
}
