using Kthena.EndToEnd.Tests.Stack;
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
                var bad = await stack.Graph.Prometheus.QueryAsync($"slo:sli_error:ratio_rate{name}{{sloth_slo=\"{Slo}\"}}", cancellationToken);
                var scaled = range / DurationScale.Factor;
                var window = Fill.Burn(scaled, age < scaled ? age : scaled, bad[0].Value, factor * (1 - Objective), Share);
                if (window > fill) fill = window;
            }

            if (fill < shortest) shortest = fill;
        }

        return shortest + SlowRequest;
    }
}
