using System.Text.RegularExpressions;
using Kthena.Integration.Tests.Rules;
using Kthena.StackTesting.Dashboards;
using Kthena.StackTesting.PromQL;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>No dashboard reads what nobody exposes.</summary>
public partial class DashboardContractTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    public static TheoryData<string> Dashboards => [.. DashboardFolder.Files];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task Queries_of_a_dashboard_use_only_metrics_and_labels_that_there_are(string file)
    {
        var dashboard = DashboardFolder.Read(file);
        var complaints = new List<string>();
        foreach (var (panel, target) in dashboard.Queries)
            complaints.AddRange((await InferAsync(dashboard, target.Expr)).Complaints.Select(complaint => $"{panel}: query {target.RefId}: {complaint}"));

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task Annotations_of_a_dashboard_use_only_metrics_and_labels_that_there_are(string file)
    {
        var dashboard = DashboardFolder.Read(file);
        var complaints = new List<string>();
        foreach (var annotation in dashboard.Annotations)
        {
            var (labels, found) = await InferAsync(dashboard, annotation.Expr);
            var used = annotation.Texts.SelectMany(text => Label().Matches(text)).Select(match => match.Groups[1].Value).Concat(annotation.Tags);
            complaints.AddRange(found.Concat(used.Where(label => !labels.Contains(label)).Select(label => $"no label {label} in its result"))
                .Select(complaint => $"{annotation}: {complaint}"));
        }

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task Variables_of_a_dashboard_ask_for_labels_that_there_are(string file)
    {
        var dashboard = DashboardFolder.Read(file);
        var complaints = new List<string>();
        foreach (var variable in dashboard.Variables.Where(variable => variable.Type == "query"))
        {
            Assert.True(variable.LabelValues.HasValue, $"{variable}: is no label_values(selector, label).");
            var (selector, label) = variable.LabelValues.Value;
            var (labels, found) = await InferAsync(dashboard, selector);
            complaints.AddRange(found.Select(complaint => $"{variable}: {complaint}"));
            if (!labels.Contains(label)) complaints.Add($"{variable}: no label {label} in {selector}");
        }

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    private async Task<(IReadOnlySet<string> Labels, IReadOnlyList<string> Complaints)> InferAsync(Dashboard dashboard, string expression)
    {
        var inference = new LabelInference(promql.Series);
        var labels = inference.LabelsOf(await promql.Parser.ParseAsync(SampleValues.Of(dashboard).Apply(expression), Cancellation));
        return (labels, inference.Complaints);
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Label();
}
