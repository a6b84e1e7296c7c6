using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Alerting;

public class InhibitionTests(AlertmanagerFixture fixture) : IClassFixture<AlertmanagerFixture>
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a page", "HighErrorRate severity=critical model_id=a", "HighInferenceLatency severity=warning model_id=a")]
    [InlineData("a page and an info", "ModelNotServing severity=critical model_id=a", "BatchInefficiency severity=info model_id=a")]
    [InlineData("the page of an SLO", "KthenaHighErrorRate severity=critical slo=errors", "KthenaHighErrorRate severity=warning slo=errors")]
    [InlineData("the page of an SLO of a model", "KthenaHighErrorRate severity=critical slo=errors model_id=a", "KthenaHighErrorRate severity=warning slo=errors model_id=a")]
    [InlineData("the whole service", "KthenaServiceDown severity=critical scope=service", "HighErrorRate severity=critical model_id=a")]
    [InlineData("the whole service, one server", "KthenaServiceDown severity=critical scope=service", "TrafficLow severity=warning")]
    [InlineData("a lost GPU", "GPULost severity=critical instance=n1 gpu_id=0", "GPUHighTemperature severity=warning instance=n1 gpu_id=0")]
    public async Task An_alert_mutes(string what, string source, string target)
    {
        var (muting, muted) = await FireAsync(what, source, target);

        Assert.Empty(muting.InhibitedBy);
        Assert.NotEmpty(muted.InhibitedBy);
    }

    [Theory]
    [InlineData("another model", "HighErrorRate severity=critical model_id=a", "HighInferenceLatency severity=warning model_id=b")]
    [InlineData("no model on either side", "ConfigReloadFailed severity=critical", "TargetDown severity=warning")]
    [InlineData("no model on the muted side", "HighErrorRate severity=critical model_id=a", "GPUSaturated severity=warning")]
    [InlineData("another page of the same model", "HighErrorRate severity=critical model_id=a", "ModelNotServing severity=critical model_id=a")]
    [InlineData("another SLO", "KthenaHighErrorRate severity=critical slo=errors", "KthenaHighLatency severity=warning slo=latency")]
    [InlineData("the same SLO of another model", "KthenaHighErrorRate severity=critical slo=errors model_id=a", "KthenaHighErrorRate severity=warning slo=errors model_id=b")]
    [InlineData("one dead server of several", "KthenaServiceDown severity=critical scope=instance", "HighErrorRate severity=critical model_id=a")]
    [InlineData("another service", "KthenaServiceDown severity=critical scope=service", "PrometheusRuleFailures severity=critical service=monitoring")]
    [InlineData("the watchdog", "KthenaServiceDown severity=critical scope=service", "Watchdog severity=none")]
    [InlineData("a cause rather than a symptom", "KthenaServiceDown severity=critical scope=service", "GPULost severity=critical instance=n1 gpu_id=0")]
    [InlineData("another GPU", "GPULost severity=critical instance=n1 gpu_id=0", "GPUHighTemperature severity=warning instance=n1 gpu_id=1")]
    [InlineData("the same GPU of another node", "GPULost severity=critical instance=n1 gpu_id=0", "GPUHighTemperature severity=warning instance=n2 gpu_id=0")]
    [InlineData("the page that says why the GPU was lost", "GPULost severity=critical instance=n1 gpu_id=0", "GPUXidError severity=critical instance=n1 gpu_id=0")]
    public async Task An_alert_does_not_mute(string what, string source, string target)
    {
        var (_, other) = await FireAsync(what, source, target);

        Assert.Empty(other.InhibitedBy);
    }

    // Who mutes is worked out beside who is known, in the order in which alerts come: once the two that come last are, so are those before.
    private async Task<(ActiveAlert Source, ActiveAlert Target)> FireAsync(string what, string source, string target)
    {
        var cluster = $"{what}: {source}";
        TestAlert muting = new(cluster, source), muted = new(cluster, target);
        TestAlert[] alerts = [muting, muted, new(cluster, "Last severity=critical service=last model_id=last"), new(cluster, "Last severity=warning service=last model_id=last")];
        foreach (var alert in alerts) await alert.FireAsync(fixture.Graph);
        await Eventually.GetAsync("Alertmanager knowing all alerts", s_bound, async cancellation =>
            await KnownAsync(cluster, cancellation) is var all && all.Count == alerts.Length && Find(all, alerts[^1]).InhibitedBy.Count > 0 ? all : null, Cancellation);
        // An answer works out who is muted one alert after the other, so this one must begin after the last became known.
        var known = await KnownAsync(cluster, Cancellation);
        return (Find(known, muting), Find(known, muted));
    }

    private async Task<List<ActiveAlert>> KnownAsync(string cluster, CancellationToken cancellation)
        => [.. (await fixture.Graph.Alertmanager.AlertsAsync(cancellation)).Where(alert => alert.Labels["cluster"] == cluster)];

    private static ActiveAlert Find(IEnumerable<ActiveAlert> alerts, TestAlert wanted)
        => alerts.Single(alert => wanted.Labels.All(label => alert.Labels.GetValueOrDefault(label.Key) == label.Value) && alert.Labels.Count == wanted.Labels.Count);
}
