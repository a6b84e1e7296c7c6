using Kthena.StackTesting.Contract;
using Kthena.StackTesting.PromQL;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Rules;

/// <summary>No rule reads what nobody exposes.</summary>
public class ContractTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    private static readonly string[] s_types = ["counter", "gauge", "histogram", "summary"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(RuleTests.RuleFiles), MemberType = typeof(RuleTests))]
    public async Task A_rule_file_uses_only_metrics_and_labels_that_there_are(string file)
    {
        var complaints = new List<string>();
        foreach (var rule in RuleFolder.AllRules().Where(rule => rule.File == file))
            complaints.AddRange(await RuleCheck.ComplaintsAsync(rule, promql.Parser, promql.Series, Cancellation));

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    [Theory]
    [InlineData("kthena_inference_request_total", "unknown metric kthena_inference_request_total")]
    [InlineData("kthena_inference_requests_total{status_code=~\"5..\"}", "no label status_code in kthena_inference_requests_total")]
    [InlineData("sum by (model) (rate(kthena_inference_requests_total[5m]))", "no label model in what sum aggregates")]
    [InlineData("sum without (model) (kthena_inference_requests_total)", "no label model in what sum aggregates")]
    [InlineData("sum by (model_id, priority) (sum by (model_id) (inference_queue_depth))", "no label priority in what sum aggregates")]
    [InlineData("sum by (model_id) (inference_queue_depth) / on (deployment) sum by (deployment) (kube_deployment_spec_replicas)", "no label deployment in the left side of /")]
    [InlineData("up == 0 and on (model_id) kthena_model_status", "no label model_id in the left side of and")]
    [InlineData("inference_queue_depth * on (model_id) group_left (root) kthena_model_status", "no label root in the right side of *")]
    [InlineData("up * ignoring (color) up", "no label color in both sides of *")]
    [InlineData("histogram_quantile(0.95, sum by (model_id) (rate(kthena_inference_duration_seconds_bucket[5m])))", "no label le in histogram_quantile")]
    [InlineData("label_replace(up, \"model_id\", \"$1\", \"deployment\", \"(.*)-infer\")", "no label deployment in label_replace")]
    [InlineData("model_id:kthena_threshold:accuracy{version=\"1\"}", "no label version in model_id:kthena_threshold:accuracy")]
    [InlineData("rate(kthena_inference_duration_seconds[5m])", "unknown metric kthena_inference_duration_seconds")]
    [InlineData("{job=\"kthena-models\"}", "a selector without a metric's name")]
    public async Task What_is_not_there_is_found(string expression, string complaint)
    {
        var inference = new LabelInference(promql.Series);

        inference.LabelsOf(await promql.Parser.ParseAsync(expression, Cancellation));

        Assert.Equal([complaint], inference.Complaints);
    }

    [Theory]
    [InlineData("$labels.color", "description: the alert has no label color")]
    [InlineData("{{ with query \"nothing{a!=\\\"\\\"}\" }}{{ end }}", "description: unknown metric nothing")]
    [InlineData("{{ with query \"up\" }}{{ . | first | label \"color\" }}{{ end }}", "description: no query gives a label color")]
    public async Task What_an_annotation_asks_for_and_is_not_there_is_found(string annotation, string complaint)
    {
        var rule = new Rule { Alert = "A", Expr = "up == 0", Annotations = { ["description"] = annotation } };

        Assert.Equal([$": A: {complaint}"], await RuleCheck.ComplaintsAsync(rule, promql.Parser, promql.Series, Cancellation));
    }

    [Fact]
    public void A_metric_is_of_one_type_and_has_a_known_type()
    {
        var types = MetricContract.Load().Metrics.ToLookup(metric => metric.Name, metric => metric.Type);

        Assert.All(types, metric => Assert.Contains(Assert.Single(metric.Distinct()), s_types));
    }
}
