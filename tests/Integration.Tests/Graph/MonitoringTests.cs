using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Graph;

public class MonitoringTests(StackFixture fixture)
{
    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prometheus_finds_every_target_and_each_is_up()
    {
        string[] jobs = ["alertmanager", "gpu-exporter", "kthena-models", "kube-state-metrics", "lookout", "prometheus", "traffic-generator", "notification-receiver"];

        await Eventually.IsTrueAsync("Every target being up", s_discovery, async cancellation =>
        {
            var health = await fixture.Stack.Prometheus.TargetHealthAsync(cancellation);
            return jobs.All(job => health[job].Any()) && health.SelectMany(job => job).All(state => state == "up");
        }, Cancellation);
    }

    [Fact]
    public async Task Traffic_shows_as_a_rate_of_successful_requests_of_the_model()
        => await Eventually.IsTrueAsync("A rate of requests", s_discovery, async cancellation =>
        {
            var rate = await fixture.Stack.Prometheus.QueryAsync("""sum by (model_id) (rate(kthena_inference_requests_total{status="200"}[1s]))""", cancellation);
            return rate.Any(sample => sample.Labels["model_id"] == "lande-t50" && sample.Value > 0);
        }, Cancellation);

    [Theory]
    [InlineData("lande-t50-infer")]
    [InlineData("lande-t50-pruned-infer")]
    public async Task A_model_s_deployment_reports_its_replicas_under_the_names_of_kube_state_metrics(string deployment)
        => await Eventually.IsTrueAsync($"Replicas of {deployment}", s_discovery, async cancellation =>
        {
            var replicas = await fixture.Stack.Prometheus.QueryAsync(
                $$"""{__name__=~"kube_deployment_(spec_replicas|status_replicas|status_replicas_ready)", deployment="{{deployment}}"}""", cancellation);
            return replicas.Count == 3 && replicas.All(sample => sample.Value == 1);
        }, Cancellation);

    [Fact]
    public async Task Watchdog_reaches_the_receiver()
    {
        var notification = await Eventually.GetAsync(
            "A Watchdog notification", s_discovery, cancellation => fixture.Stack.Notifications.FindAsync("Watchdog", "firing", cancellation), Cancellation);

        Assert.Equal("deadmansswitch", notification.Receiver);
    }

    [Fact]
    public async Task No_rule_of_the_repository_is_left_out()
    {
        var rules = await fixture.Stack.Prometheus.AlertingRulesAsync(Cancellation);

        Assert.Contains("Watchdog", rules);
        Assert.Contains("KthenaServiceDown", rules);
    }
}
