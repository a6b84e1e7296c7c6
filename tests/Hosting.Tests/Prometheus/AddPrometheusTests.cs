using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Prometheus;

public class AddPrometheusTests
{
    [Fact]
    public void Without_an_engine_it_is_the_binary()
    {
        using var graph = new TestGraph(tools: "prometheus");

        var prometheus = graph.Builder.AddPrometheus("prometheus").Resource;

        var executable = Assert.IsAssignableFrom<ExecutableResource>(prometheus);
        Assert.Equal(Path.Join(graph.Folder, "tools", "prometheus"), executable.Command);
    }

    [Fact]
    public void With_containers_it_is_the_pinned_image()
    {
        using var graph = new TestGraph("containers");

        var prometheus = graph.Builder.AddPrometheus("prometheus").Resource;

        Assert.True(prometheus.IsContainer());
        Assert.True(prometheus.TryGetContainerImageName(out var image));
        Assert.Matches(@"^docker\.io/prom/prometheus:v\d+\.\d+\.\d+$", image);
    }

    [Fact]
    public void A_missing_binary_stops_the_start_with_one_line_that_says_how_to_mend_it()
    {
        using var graph = new TestGraph();

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddPrometheus("prometheus"));

        Assert.Equal("'prometheus' is missing. The graph runs it as a process because Stack:Runtime=processes. Get it with: ./kthena setup", error.Message);
    }

    [Fact]
    public void An_unknown_runtime_names_the_known_ones()
    {
        using var graph = new TestGraph("podmann");

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddPrometheus("prometheus"));

        Assert.Equal("Stack:Runtime=podmann is not known. Use auto, containers or processes.", error.Message);
    }

    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var prometheus = graph.Builder.AddPrometheus("prometheus");

        var arguments = await graph.ArgumentsAsync(prometheus.Resource, 12345);

        Assert.Contains("--web.listen-address=127.0.0.1:12345", arguments);
    }

    [Fact]
    public async Task Retention_reaches_the_command_line_in_prometheus_units()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithRetention(TimeSpan.FromDays(2), bytes: 5_000_000);

        var arguments = await graph.ArgumentsAsync(prometheus.Resource, 12345);

        Assert.Contains("--storage.tsdb.retention.time=172800s", arguments);
        Assert.Contains("--storage.tsdb.retention.size=5000000B", arguments);
    }

    [Fact]
    public async Task Data_lies_in_the_run_until_a_data_volume_keeps_it()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var passing = graph.Builder.AddPrometheus("passing");
        var lasting = graph.Builder.AddPrometheus("lasting").WithDataVolume();

        Assert.Contains(await graph.ArgumentsAsync(passing.Resource, 1), argument => argument.StartsWith($"--storage.tsdb.path={graph.Folder}/state/runs/", StringComparison.Ordinal));
        Assert.Contains($"--storage.tsdb.path={graph.Folder}/state/data/lasting", await graph.ArgumentsAsync(lasting.Resource, 2));
    }

    [Fact]
    public async Task Each_job_becomes_a_target_file_with_the_labels_of_a_cluster()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var server = graph.Builder.AddExecutable("server", "true", graph.Folder).WithHttpEndpoint(name: "metrics");
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithScrape(server, job: "kthena-models", path: "/m", endpointName: "metrics");
        TestGraph.Allocate(server.Resource, 4711);
        await using var app = graph.Builder.Build();

        await graph.RaiseBeforeStartAsync(app, prometheus.Resource);

        var file = File.ReadAllText(prometheus.Resource.ConfigPath("targets/kthena-models.json"));
        var group = Assert.Single(JsonNode.Parse(file)!.AsArray())!;
        Assert.EndsWith(":4711", Assert.Single(group["targets"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            """{"job":"kthena-models","namespace":"default","pod":"server","__metrics_path__":"/m"}""", group["labels"]!.ToJsonString());
    }

    [Fact]
    public async Task A_process_reads_rules_of_each_folder_through_a_link_so_that_edits_show()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var (alerts, recording) = (graph.FolderWith("alerts", ("a.yml", "groups: []")), graph.FolderWith("recording", ("r.yml", "groups: []")));
        var prometheus = graph.Builder.AddPrometheus("prometheus").WithRules(alerts).WithRules(recording);
        await using var app = graph.Builder.Build();
        await graph.RaiseBeforeStartAsync(app, prometheus.Resource);

        File.WriteAllText(Path.Join(alerts, "b.yml"), "groups: []");

        Assert.True(File.Exists(prometheus.Resource.ConfigPath("rules/alerts/b.yml")));
        Assert.True(File.Exists(prometheus.Resource.ConfigPath("rules/recording/r.yml")));
    }

    [Fact]
    public void A_container_gets_folders_mounted_read_only_never_single_files()
    {
        using var graph = new TestGraph("containers");
        var rules = graph.FolderWith("alerts");

        var prometheus = graph.Builder.AddPrometheus("prometheus").WithRules(rules).Resource;

        var mount = Assert.Single(prometheus.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal((rules, "/etc/prometheus/rules/alerts", true), (mount.Source, mount.Target, mount.IsReadOnly));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var graph = new TestGraph(tools: "prometheus");

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddPrometheus("prometheus").WithRules("/no/such/rules"));

        Assert.Equal("Resource 'prometheus' reads its rules from /no/such/rules, but there is no such folder.", error.Message);
    }

    [Fact]
    public void Retention_under_a_minute_is_refused()
    {
        using var graph = new TestGraph(tools: "prometheus");
        var prometheus = graph.Builder.AddPrometheus("prometheus");

        Assert.Throws<ArgumentOutOfRangeException>(() => prometheus.WithRetention(TimeSpan.FromSeconds(59)));
        Assert.Throws<ArgumentOutOfRangeException>(() => prometheus.WithRetention(TimeSpan.FromDays(1), bytes: 0));
    }
}
