using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting;
using Kthena.StackTesting.Dashboards;
using Kthena.StackTesting.PromQL;
using YamlDotNet.RepresentationModel;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>What Grafana is provisioned with fits what the graph exposes.</summary>
public class ProvisioningTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    [Fact]
    public async Task Queries_that_lead_from_a_trace_to_metrics_use_only_metrics_and_labels_that_there_are()
    {
        var traces = Datasource("jaeger")["jsonData"]["tracesToMetrics"];
        var labels = ((YamlSequenceNode)traces["tags"]).Select(tag => $"{tag["value"]}=\"some\"");
        var values = Interpolation.Hour.With("__tags", string.Join(',', labels));
        var inference = new LabelInference(promql.Series);

        foreach (var query in (YamlSequenceNode)traces["queries"])
            inference.LabelsOf(await promql.Parser.ParseAsync(values.Apply($"{query["query"]}".Replace("$$", "$", StringComparison.Ordinal)), TestContext.Current.CancellationToken));

        Assert.Empty(inference.Complaints);
    }

    private static YamlNode Datasource(string uid)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Join(Repository.Root, "config", "grafana", "provisioning", "datasources", $"{uid}.yaml"))));
        return yaml.Documents[0].RootNode["datasources"][0];
    }
}
