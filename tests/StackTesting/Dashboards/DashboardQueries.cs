using System.Text.RegularExpressions;
using Kthena.StackTesting.Scaling;

namespace Kthena.StackTesting.Dashboards;

/// <summary>Asks a Prometheus whose time is divided by <see cref="DurationScale.Factor"/> what Grafana would ask for the last hour.</summary>
public sealed class DashboardQueries(PrometheusClient prometheus, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_range = TimeSpan.FromHours(1) / DurationScale.Factor;
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(15) / DurationScale.Factor;

    /// <summary>The points of an hour at a scrape interval of 15 s.</summary>
    public static int Points { get; } = 1 + (int)(s_range / s_step);

    /// <summary>
    /// What may be chosen in a dashboard: each value of a variable that rows are repeated for, all of one that has a choice for all, else the first.
    /// </summary>
    public async Task<IReadOnlyList<Interpolation>> ChoicesAsync(Dashboard dashboard, CancellationToken cancellationToken)
    {
        IReadOnlyList<Interpolation> choices = [Interpolation.ScaledHour];
        foreach (var variable in dashboard.Variables)
        {
            var values = await ValuesAsync(variable, cancellationToken);
            if (dashboard.Panels.All(panel => panel.Repeat != variable.Name)) values = [.. variable.IncludesAll ? [variable.AllValue!] : values.Take(1)];
            choices = [.. choices.SelectMany(choice => values, (choice, value) => choice.With(variable.Name, value))];
        }

        return choices;
    }

    /// <summary>Whether there is anything to draw: a series with a number.</summary>
    public async Task<bool> HasValueAsync(DashboardTarget target, Interpolation choice, CancellationToken cancellationToken)
    {
        var expression = Expression(target, choice);
        return target.IsInstant
            ? (await prometheus.QueryAsync(expression, cancellationToken)).Any(sample => !double.IsNaN(sample.Value))
            : (await prometheus.RangeAsync(expression, timeProvider.GetUtcNow(), s_range, s_step, cancellationToken)).SelectMany(series => series.Samples)
                .Any(sample => !double.IsNaN(sample.Value));
    }

    /// <summary>The labels of the exemplars that a query draws.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ExemplarsAsync(
        DashboardTarget target, Interpolation choice, CancellationToken cancellationToken)
        => prometheus.ExemplarsAsync(Expression(target, choice), timeProvider.GetUtcNow(), s_range, cancellationToken);

    /// <summary>How many samples Prometheus reads for a query: for each of its points as many as for the last one.</summary>
    public async Task<long> CostAsync(DashboardTarget target, Interpolation choice, CancellationToken cancellationToken)
        => (target.IsInstant ? 1 : Points) * await prometheus.CostAsync(Expression(target, choice), cancellationToken);

    private static string Expression(DashboardTarget target, Interpolation choice) => choice.Apply(DurationScale.Apply(target.Expr));

    private async Task<IReadOnlyList<string>> ValuesAsync(DashboardVariable variable, CancellationToken cancellationToken)
        => variable.LabelValues is var (selector, label)
            ? [.. (await prometheus.QueryAsync($"group by ({label}) ({selector})", cancellationToken)).Select(sample => Regex.Escape(sample.Labels[label]))]
            : ["unset"];
}
