using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Graph;

public class ScrapeIntervalTests(StackFixture fixture)
{
    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unless_told_otherwise_targets_are_scraped_as_prometheus_yml_says()
        => await EachTargetIsScrapedAsync(fixture.Stack, "300ms"); // 15 s, divided by 50

    [Fact]
    public async Task Prometheus_takes_the_graph_s_interval_from_each_target()
    {
        await using var graph = await RunningGraph.StartAsync(new RunningGraphOptions { Arguments = ["--Prometheus:ScrapeInterval=00:00:00.700"] }, Cancellation);

        await EachTargetIsScrapedAsync(graph, "700ms");
    }

    private static Task EachTargetIsScrapedAsync(RunningGraph graph, string interval)
        => Eventually.IsTrueAsync($"Each target being scraped every {interval}", s_discovery, async cancellation =>
            await graph.Prometheus.ScrapeIntervalsAsync(cancellation) is { Count: > 0 } intervals && intervals.All(each => each == interval), Cancellation);
}
