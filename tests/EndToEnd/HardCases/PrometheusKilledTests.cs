using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Rounds;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.HardCases;

public sealed class PrometheusKilledTests(HardCasesFixture fixture) : HardCase(fixture)
{
    /// <remarks>
    /// What waits for less than the grace period (10 minutes) waits anew; what waits as long as the grace period does so too. Prometheus finds Alertmanager again after 5 seconds,
    /// whatever the scale.
    /// </remarks>
    [Fact]
    public async Task Alerts_that_were_pending_when_Prometheus_was_killed_are_announced_after_it_is_back()
    {
        var faults = new Together(InjectedFault.Errors(HardCasesFixture.First), InjectedFault.StuckAutoscaling(HardCasesFixture.Second));
        var (errors, scaling) = (Expect.HighErrorRate(HardCasesFixture.First), Expect.AutoscalingNotWorking(HardCasesFixture.Second));

        var announced = await DuringAsync(faults, async _ =>
        {
            await ArePendingAsync("HighErrorRate", "AutoscalingNotWorking");
            var prometheus = new KilledProcess("prometheus");
            await prometheus.BeginAsync(Stack, Cancellation);
            var restart = Stack.Time.GetUtcNow();
            await prometheus.EndAsync(Stack, Cancellation);
            await Eventually.IsTrueAsync("Alertmanager being found again", Bound, async cancellation => await Stack.Graph.Prometheus.AlertmanagersAsync(cancellation) > 0, Cancellation);
            var found = Stack.Time.GetUtcNow() - restart;
            return await Task.WhenAll(AnnouncedAsync(errors, "Prometheus killed", restart, notBefore: found), AnnouncedAsync(scaling, "Prometheus killed", restart, notBefore: found));
        });

        await Task.WhenAll(errors.ResolvedAsync(Stack, announced[0], Cancellation), scaling.ResolvedAsync(Stack, announced[1], Cancellation));
    }

    private Task ArePendingAsync(params string[] alerts) => Eventually.IsTrueAsync($"{string.Join(" and ", alerts)} being pending", Bound, async cancellation =>
    {
        var pending = await Stack.Graph.Prometheus.QueryAsync("ALERTS{alertstate=\"pending\"}", cancellation);
        return alerts.All(alert => pending.Any(sample => sample.Labels["alertname"] == alert));
    }, Cancellation);
}
