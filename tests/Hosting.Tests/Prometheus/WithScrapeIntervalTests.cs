using System.Text.Json.Nodes;

namespace Aspire.Hosting.Tests.Prometheus;

public class WithScrapeIntervalTests
{
    [Theory]
    [InlineData(2_000, "2s", "2s")]
    [InlineData(500, "500ms", "500ms")]
    [InlineData(60_000, "60s", "10s")]
    public async Task Each_target_says_how_often_it_is_scraped_and_how_long_that_may_take(int milliseconds, string interval, string timeout)
    {
        using var graph = new TestGraph(tools: "prometheus");

        var labels = await LabelsAsync(graph, TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal((interval, timeout), ((string?)labels["__scrape_interval__"], (string?)labels["__scrape_timeout__"]));
    }

    [Fact]
    public async Task The_setting_takes_its_place()
    {
        using var graph = new TestGraph(tools: "prometheus");
        graph.Builder.Configuration["Prometheus:ScrapeInterval"] = "00:00:05";

        var labels = await LabelsAsync(graph, TimeSpan.FromSeconds(2));

        Assert.Equal("5s", (string?)labels["__scrape_interval__"]);
    }

    [Fact]
    public async Task An_empty_setting_leaves_it_to_prometheus_yml()
    {
        using var graph = new TestGraph(tools: "prometheus");
        graph.Builder.Configuration["Prometheus:ScrapeInterval"] = "";

        var labels = await LabelsAsync(graph, TimeSpan.FromSeconds(2));

        Assert.Equal(["job", "namespace", "pod", "__metrics_path__"], labels.Select(label => label.Key));
    }

    [Theory]
    [InlineData("2s")]
    [InlineData("-00:00:02")]
    [InlineData("00:00:00")]
    public void A_setting_that_is_no_interval_is_named(string setting)
    {
        using var graph = new TestGraph(tools: "prometheus");
        graph.Builder.Configuration["Prometheus:ScrapeInterval"] = setting;

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddPrometheus("prometheus").WithScrapeInterval(TimeSpan.FromSeconds(2)));

        Assert.Equal($"Prometheus:ScrapeInterval={setting} is no interval. Give hours, minutes and seconds, such as 00:00:02, or nothing for that of prometheus.yml.", error.Message);
    }

    private static async Task<JsonObject> LabelsAsync(TestGraph graph, TimeSpan interval)
    {
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithScrapeInterval(interval);
        prometheus.WithScrape(prometheus, job: "prometheus");
        TestGraph.Allocate(prometheus.Resource, 9090);
        await using var app = graph.Builder.Build();
        await graph.RaiseBeforeStartAsync(app, prometheus.Resource);
        var file = await File.ReadAllTextAsync(prometheus.Resource.ConfigPath("targets/prometheus.json"), TestContext.Current.CancellationToken);
        return JsonNode.Parse(file)![0]!["labels"]!.AsObject();
    }
}
