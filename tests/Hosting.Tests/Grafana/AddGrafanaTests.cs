using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Grafana;

public class AddGrafanaTests
{
    [Fact]
    public void With_containers_it_is_the_pinned_image()
    {
        using var graph = new GrafanaGraph("containers");

        var grafana = graph.Builder.AddGrafana("grafana", graph.OtherEndpoint).Resource;

        Assert.True(grafana.TryGetContainerImageName(out var image));
        Assert.Matches(@"^docker\.io/grafana/grafana:12\.\d+\.\d+$", image);
        Assert.False(grafana.IsStandIn);
    }

    [Fact]
    public async Task Without_an_engine_it_is_the_binary_which_is_told_its_home_and_its_file()
    {
        using var graph = new GrafanaGraph(tools: "grafana");
        var grafana = graph.Builder.AddGrafana("grafana", graph.OtherEndpoint);

        Assert.Equal(Path.Join(graph.Graph.Folder, "tools", "grafana"), Assert.IsAssignableFrom<ExecutableResource>(grafana.Resource).Command);
        Assert.Equal(
            ["server", "--homepath", graph.Graph.Folder, "--config", grafana.Resource.ConfigPath("config/grafana.ini")],
            await graph.Graph.ArgumentsAsync(grafana.Resource, 3000));
    }

    [Fact]
    public void A_binary_without_its_home_says_where_that_was_looked_for()
    {
        using var graph = new GrafanaGraph(tools: "grafana");
        graph.Builder.Configuration["Grafana:Home"] = "/no/such/home";

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGrafana("grafana"));

        Assert.Equal(
            $"'{graph.Graph.Folder}/tools/grafana' needs Grafana's home, but conf/defaults.ini is not below /no/such/home. Say where it lies with Grafana:Home.", error.Message);
    }

    [Fact]
    public async Task Without_engine_and_binary_its_address_is_that_of_what_stands_in_and_the_graph_has_nothing_more_to_run()
    {
        using var graph = new GrafanaGraph(tools: ["prometheus", "alertmanager"]);
        var grafana = graph.WithEverything();

        Assert.True(grafana.Resource.IsStandIn);
        Assert.Equal("http://127.0.0.1:4711", await grafana.Resource.UrlExpression.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(graph.Builder.Resources, resource => resource.Name.StartsWith("grafana", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Join(graph.Graph.Folder, "state", "latest", "grafana")));
    }

    [Theory]
    [InlineData("containers")]
    [InlineData("processes")]
    public void It_can_be_switched_off_where_something_stands_in(string runtime)
    {
        using var graph = new GrafanaGraph(runtime, "grafana");
        graph.Builder.Configuration["Grafana:Enabled"] = "false";

        Assert.True(graph.Builder.AddGrafana("grafana", graph.OtherEndpoint).Resource.IsStandIn);
        Assert.False(graph.Builder.AddGrafana("other-grafana").Resource.IsStandIn);
    }

    [Fact]
    public void A_switch_that_is_neither_on_nor_off_is_named()
    {
        using var graph = new GrafanaGraph();
        graph.Builder.Configuration["Grafana:Enabled"] = "maybe";

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGrafana("grafana", graph.OtherEndpoint));

        Assert.Equal("Grafana:Enabled is 'maybe': give true or false.", error.Message);
    }

#pragma warning disable CS0618 // What takes the place of GetEnvironmentVariableValuesAsync reads the whole graph.
    [Theory]
    [InlineData("grafana", "http://127.0.0.1:3000")]
    [InlineData("prometheus", null)]
    public async Task A_service_learns_of_a_Grafana_that_is_one(string tool, string? expected)
    {
        using var graph = new GrafanaGraph(tools: tool);
        var grafana = graph.Builder.AddGrafana("grafana", graph.OtherEndpoint);
        TestGraph.Allocate(grafana.Resource, 3000);
        var service = graph.Builder.AddExecutable("service", "true", ".").WithGrafana(grafana, "Lookout__Grafana");

        Assert.Equal(expected, (await service.Resource.GetEnvironmentVariableValuesAsync()).GetValueOrDefault("Lookout__Grafana"));
    }
#pragma warning restore CS0618

    [Fact]
    public void Where_nothing_stands_in_a_missing_binary_stops_the_start()
    {
        using var graph = new GrafanaGraph();

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGrafana("grafana"));

        Assert.StartsWith("'grafana' is missing.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_loopback_where_anybody_may_look()
    {
        using var graph = new GrafanaGraph(tools: "grafana");

        var environment = await GrafanaGraph.EnvironmentAsync(graph.Builder.AddGrafana("grafana"), 3001);

        Assert.Equal(
            ("127.0.0.1", "3001", "http://127.0.0.1:3001", "true"),
            (environment["GRAFANA_HTTP_ADDR"], environment["GRAFANA_HTTP_PORT"], environment["GRAFANA_ROOT_URL"], environment["GRAFANA_ANONYMOUS"]));
    }

    [Fact]
    public async Task Nobody_looks_without_signing_in_once_others_can_reach_it()
    {
        using var graph = new GrafanaGraph(tools: "grafana");
        var grafana = graph.Builder.AddGrafana("grafana").WithEndpoint("http", endpoint => endpoint.TargetHost = "0.0.0.0");

        Assert.Equal("false", (await GrafanaGraph.EnvironmentAsync(grafana))["GRAFANA_ANONYMOUS"]);
    }

    [Fact]
    public async Task The_password_is_the_one_given_or_a_long_one_that_nobody_knows()
    {
        using var graph = new GrafanaGraph(tools: "grafana");
        var given = graph.Builder.AddGrafana("given", password: graph.Builder.AddParameter("password", "hush-4711", secret: true));
        var generated = graph.Builder.AddGrafana("generated");

        Assert.Equal("hush-4711", (await GrafanaGraph.EnvironmentAsync(given))["GRAFANA_ADMIN_PASSWORD"]);
        Assert.True((await GrafanaGraph.EnvironmentAsync(generated))["GRAFANA_ADMIN_PASSWORD"].Length >= 20);
    }

    [Fact]
    public async Task OAuth_comes_from_parameters_and_ends_looking_without_an_account()
    {
        using var graph = new GrafanaGraph(tools: ["grafana", "prometheus", "alertmanager"]);

        var environment = await GrafanaGraph.EnvironmentAsync(graph.WithEverything());

        Assert.Equal(
            ("false", "true", "kthena", "hush-4711", "https://auth.example/token"),
            (environment["GRAFANA_ANONYMOUS"], environment["OAUTH_ENABLED"], environment["OAUTH_CLIENT_ID"], environment["OAUTH_CLIENT_SECRET"], environment["OAUTH_TOKEN_URL"]));
    }

    [Fact]
    public void A_container_gets_folders_mounted_read_only_never_single_files()
    {
        using var graph = new GrafanaGraph("containers");

        var mounts = graph.WithEverything().Resource.Annotations.OfType<ContainerMountAnnotation>().ToList();

        Assert.Equal(["/etc/grafana/config", "/etc/grafana/dashboards", "/etc/grafana/provisioning"], mounts.Select(mount => mount.Target).Order(StringComparer.Ordinal));
        Assert.All(mounts, mount => Assert.True(mount.IsReadOnly));
        Assert.Equal(graph.Dashboards, mounts.Single(mount => mount.Target.EndsWith("dashboards", StringComparison.Ordinal)).Source);
    }

    [Fact]
    public async Task A_container_reads_its_own_file_and_folders()
    {
        using var graph = new GrafanaGraph("containers");
        var grafana = graph.Builder.AddGrafana("grafana").WithConfig(GrafanaGraph.Config).WithDashboards(graph.Dashboards);

        var environment = await GrafanaGraph.EnvironmentAsync(grafana);

        Assert.Equal(
            ("/etc/grafana/config/grafana.ini", "/etc/grafana/provisioning", "/etc/grafana/dashboards", "/etc/grafana/dashboards/kthena-overview.json"),
            (environment["GF_PATHS_CONFIG"], environment["GF_PATHS_PROVISIONING"], environment["GRAFANA_DASHBOARDS"], environment["GRAFANA_HOME_DASHBOARD"]));
    }

    [Theory]
    [InlineData("config")]
    [InlineData("dashboards")]
    public void A_folder_that_is_not_there_is_named(string content)
    {
        using var graph = new GrafanaGraph(tools: "grafana");
        var grafana = graph.Builder.AddGrafana("grafana");

        var error = Assert.Throws<DistributedApplicationException>(() => content == "config" ? grafana.WithConfig("/no/such/folder") : grafana.WithDashboards("/no/such/folder"));

        Assert.Equal($"Resource 'grafana' reads its {content} from /no/such/folder, but there is no such folder.", error.Message);
    }

    [Fact]
    public void What_stands_in_makes_up_for_no_folder_that_is_not_there()
    {
        using var graph = new GrafanaGraph();

        Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGrafana("grafana", graph.OtherEndpoint).WithDashboards("/no/such/folder"));
    }
}
