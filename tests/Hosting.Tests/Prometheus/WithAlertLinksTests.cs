using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Prometheus;

public class WithAlertLinksTests
{
    [Fact]
    public async Task Each_link_is_a_label_of_the_series_that_alerts_read()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var prometheus = graph.Builder.AddPrometheus("prometheus")
            .WithAlertLinks(ReferenceExpression.Create($"https://example.org/runbooks/"), traces: ReferenceExpression.Create($"https://example.org/{"traces"}"));

        Assert.Equal(
            """
            groups:
            - name: kthena-links
              rules:
              - record: kthena:links:info
                expr: vector(1)
                labels:
                  runbooks: https://example.org/runbooks
                  traces: https://example.org/traces

            """,
            await WrittenAsync(graph, prometheus));
    }

    [Fact]
    public async Task A_link_is_the_address_for_a_browser_on_this_machine_also_where_Prometheus_is_a_container()
    {
        using var graph = new TestGraph("containers");
        var server = graph.Builder.AddExecutable("server", "true", graph.Folder).WithHttpEndpoint();
        TestGraph.Allocate(server.Resource, 4711);
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithAlertLinks(ReferenceExpression.Create($"{server.GetEndpoint("http")}/runbooks"));

        Assert.Contains("runbooks: http://127.0.0.1:4711/runbooks\n", await WrittenAsync(graph, prometheus), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_lies_beside_the_folders_of_rules_that_people_write()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var alerts = graph.FolderWith("alerts", ("a.yml", "groups: []"));
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithAlertLinks(ReferenceExpression.Create($"https://example.org")).WithRules(alerts);

        await WrittenAsync(graph, prometheus);

        Assert.Equal(
            ["rules/alerts/a.yml", "rules/links/links.yml"],
            Directory.GetDirectories(prometheus.Resource.ConfigPath("rules")).SelectMany(Directory.GetFiles)
                .Select(file => Path.GetRelativePath(prometheus.Resource.ConfigPath(""), file)).Order(StringComparer.Ordinal));
        Assert.Equal(["a.yml"], Directory.GetFiles(alerts).Select(Path.GetFileName));
    }

    [Fact]
    public void In_a_container_no_mount_lies_below_another()
    {
        using var graph = new TestGraph("containers");
        var prometheus = graph.Builder.AddPrometheus("prometheus")
            .WithRules(graph.FolderWith("alerts"))
            .WithAlertLinks(ReferenceExpression.Create($"https://example.org"));

        var mounts = prometheus.Resource.Annotations.OfType<ContainerMountAnnotation>().ToList();

        Assert.Equal(["/etc/prometheus/rules/alerts", "/etc/prometheus/rules/links"], mounts.Select(mount => mount.Target).Order(StringComparer.Ordinal));
        Assert.EndsWith("/rules/links", mounts.Single(mount => mount.Target.EndsWith("links", StringComparison.Ordinal)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_rules_of_that_name_is_refused_and_left_as_it_is()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var links = graph.FolderWith("links");
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithAlertLinks(ReferenceExpression.Create($"https://example.org")).WithRules(links);

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => WrittenAsync(graph, prometheus));

        Assert.Equal($"'prometheus' gets rules/links/links.yml from the graph, so {links} cannot be its rules/links: give that folder another name.", error.Message);
        Assert.Empty(Directory.GetFiles(links));
    }

    [Fact]
    public void No_link_at_all_is_refused()
    {
        using var graph = new TestGraph(tools: "prometheus");

        Assert.Throws<ArgumentException>(() => graph.Builder.AddPrometheus("prometheus").WithAlertLinks());
    }

    private static async Task<string> WrittenAsync(TestGraph graph, IResourceBuilder<IPrometheusResource> prometheus)
    {
        await using var app = graph.Builder.Build();
        await graph.RaiseBeforeStartAsync(app, prometheus.Resource);
        var root = prometheus.Resource.Annotations.OfType<ConfigRootAnnotation>().Single().HostRoot;
        return await File.ReadAllTextAsync(Path.Join(root, "rules/links/links.yml"), TestContext.Current.CancellationToken);
    }
}
