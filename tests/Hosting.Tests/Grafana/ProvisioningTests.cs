using YamlDotNet.RepresentationModel;

namespace Aspire.Hosting.Tests.Grafana;

/// <summary>The files of <c>config/grafana</c> as Grafana gets them.</summary>
public class ProvisioningTests
{
    private static readonly string[] s_tools = ["grafana", "prometheus", "alertmanager"];

    [Fact]
    public async Task Grafana_gets_a_datasource_for_each_tier_and_the_dashboards()
    {
        using var graph = new GrafanaGraph(tools: s_tools);

        var files = await graph.ProvisionedAsync(graph.WithEverything());

        Assert.Equal(
            ["dashboards/kthena.yaml", "datasources/alertmanager.yaml", "datasources/jaeger.yaml", "datasources/loki.yaml", "datasources/prometheus.yaml"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Where(file => file.Key.StartsWith("datasources", StringComparison.Ordinal)), file => Assert.Equal(Path.GetFileNameWithoutExtension(file.Key), Datasource(file.Value, "uid")));
    }

    [Fact]
    public async Task Of_a_tier_that_the_graph_does_not_have_it_gets_neither_datasource_nor_link()
    {
        using var graph = new GrafanaGraph(tools: s_tools);
        var grafana = graph.Builder.AddGrafana("grafana").WithConfig(GrafanaGraph.Config).WithPrometheus(graph.Builder.AddPrometheus("prometheus"));

        var files = await graph.ProvisionedAsync(grafana);

        var prometheus = Assert.Single(files).Value;
        Assert.DoesNotContain("alertmanagerUid", prometheus, StringComparison.Ordinal);
        Assert.DoesNotContain("jaeger", prometheus, StringComparison.Ordinal);
        Assert.Equal("$PROMETHEUS_URL", Datasource(prometheus, "url"));
    }

    [Fact]
    public async Task Every_link_between_datasources_leads_to_one()
    {
        using var graph = new GrafanaGraph(tools: s_tools);

        var files = (await graph.ProvisionedAsync(graph.WithEverything())).Where(file => file.Key.StartsWith("datasources", StringComparison.Ordinal)).Select(file => file.Value).ToList();

        var known = files.Select(file => Datasource(file, "uid")).ToHashSet();
        var links = files.SelectMany(file => Root(file).AllNodes.OfType<YamlMappingNode>().SelectMany(mapping => mapping.Children))
            .Where(pair => pair.Key is YamlScalarNode { Value: "datasourceUid" or "alertmanagerUid" }).Select(pair => ((YamlScalarNode)pair.Value).Value!).ToList();
        Assert.Equal(["alertmanager", "jaeger", "loki", "prometheus"], links.Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(links.ToHashSet(), known!);
    }

    [Fact]
    public async Task Every_variable_of_the_files_is_one_that_Grafana_gets()
    {
        using var graph = new GrafanaGraph(tools: s_tools);
        var grafana = graph.WithEverything();
        var files = await graph.ProvisionedAsync(grafana);

        var environment = await GrafanaGraph.EnvironmentAsync(grafana);

        var ini = await File.ReadAllTextAsync(Path.Join(GrafanaGraph.Config, "grafana.ini"), TestContext.Current.CancellationToken);
        var used = files.Values.Append(ini).SelectMany(GrafanaGraph.Variables).Where(name => name != "NAME").ToList(); // that of the comment
        Assert.Superset(new HashSet<string> { "PROMETHEUS_URL", "ALERTMANAGER_URL", "LOKI_URL", "JAEGER_URL", "PROMETHEUS_SCRAPE_INTERVAL" }, used.ToHashSet());
        Assert.Subset(environment.Keys.ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public async Task The_variables_hold_the_addresses_of_the_tiers_and_the_graph_s_scrape_interval()
    {
        using var graph = new GrafanaGraph(tools: s_tools);

        var environment = await GrafanaGraph.EnvironmentAsync(graph.WithEverything());

        Assert.Equal(
            ("http://127.0.0.1:9090", "2s", "http://127.0.0.1:9093", "http://127.0.0.1:4711/loki", "http://127.0.0.1:4711/jaeger"),
            (environment["PROMETHEUS_URL"], environment["PROMETHEUS_SCRAPE_INTERVAL"], environment["ALERTMANAGER_URL"], environment["LOKI_URL"], environment["JAEGER_URL"]));
    }

    [Fact]
    public async Task No_secret_is_in_a_file()
    {
        using var graph = new GrafanaGraph(tools: s_tools);
        var grafana = graph.WithEverything();
        var files = await graph.ProvisionedAsync(grafana);
        var password = (await GrafanaGraph.EnvironmentAsync(grafana))["GRAFANA_ADMIN_PASSWORD"];

        Assert.All(files.Values, text => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
        var secrets = (await File.ReadAllLinesAsync(Path.Join(GrafanaGraph.Config, "grafana.ini"), TestContext.Current.CancellationToken))
            .Where(line => line.Split('=')[0].Trim() is var key && (key.EndsWith("password", StringComparison.Ordinal) || key.EndsWith("secret", StringComparison.Ordinal))).ToList();
        Assert.Equal(2, secrets.Count);
        Assert.All(secrets, line => Assert.Contains("= $__env{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tier_whose_file_is_missing_is_named()
    {
        using var graph = new GrafanaGraph(tools: s_tools);
        var config = graph.Graph.FolderWith("config", ("grafana.ini", ""));
        var grafana = graph.Builder.AddGrafana("grafana").WithConfig(config).WithPrometheus(graph.Builder.AddPrometheus("prometheus"));

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => graph.ProvisionedAsync(grafana));

        Assert.Equal($"Grafana is provisioned by {config}/provisioning/datasources/prometheus.yaml, but there is no such file.", error.Message);
    }

    private static YamlMappingNode Root(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string? Datasource(string text, string key) => ((YamlScalarNode)Root(text)["datasources"][0][key]).Value;
}
