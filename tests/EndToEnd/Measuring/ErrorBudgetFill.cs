using Kthena.EndToEnd.Tests.Stack;
using Kthena.StackTesting;
using Kthena.StackTesting.Scaling;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>
/// How long a fault takes to raise a page of an objective: for one of its two pairs of windows, both must burn. What the windows hold before the fault
/// is asked from Prometheus.
/// </summary>
/// <param name="Slo">The objective's name in rules/slo.</param>
/// <param name="Objective">The share that must be good.</param>
/// <param name="Share">The share of all requests that is bad from now on.</param>
/// <param name="SlowRequest">How long a bad request takes until it is counted.</param>
internal sealed record ErrorBudgetFill(string Slo, double Objective, double Share, TimeSpan SlowRequest)
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    // The SRE workbook's pages: 14.4 times the budget over 5 minutes and 1 hour, 6 times over 30 minutes and 6 hours.
    private static readonly (double Factor, (string Name, TimeSpan Range)[] Windows)[] s_pages =
    [
        (14.4, [("5m", TimeSpan.FromMinutes(5)), ("1h", TimeSpan.FromHours(1))]),
        (6, [("30m", TimeSpan.FromMinutes(30)), ("6h", TimeSpan.FromHours(6))]),
    ];

    public async Task<TimeSpan> OfAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        var first = await stack.Graph.Prometheus.SamplesAsync("up{job=\"kthena-models\"}[15m]", cancellationToken);
        var age = stack.Time.GetUtcNow() - first.Min(series => series.Samples[0].Time);
        var shortest = TimeSpan.MaxValue;
        foreach (var (factor, windows) in s_pages)
        {
            var fill = TimeSpan.Zero;
            foreach (var (name, range) in windows)
            {
                var bad = await BadShareAsync(stack, name, cancellationToken);
                var scaled = range / DurationScale.Factor;
                var window = Fill.Burn(scaled, age, bad, factor * (1 - Objective), Share);
                if (window > fill) fill = window;
            }

            if (fill < shortest) shortest = fill;
        }

        return shortest + SlowRequest;
    }

    // A graph that has just started has no ratio before the second scrape of its requests.
    private async Task<double> BadShareAsync(AlertingStack stack, string window, CancellationToken cancellationToken)
        => (double)await Eventually.GetAsync<object>($"The share of bad requests of {Slo}", s_bound, async cancellation =>
            (await stack.Graph.Prometheus.QueryAsync($"slo:sli_error:ratio_rate{window}{{sloth_slo=\"{Slo}\"}}", cancellation)) is [var ratio, ..] ? ratio.Value : null, cancellationToken);
}
