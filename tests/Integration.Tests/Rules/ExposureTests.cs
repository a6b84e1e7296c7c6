using Kthena.Integration.Tests.Graph;
using Kthena.StackTesting;
using Kthena.StackTesting.Contract;

namespace Kthena.Integration.Tests.Rules;

/// <summary>The graph exposes what the contract says, no less and, of its own services, no more.</summary>
public class ExposureTests(StackFixture fixture)
{
    private static readonly TimeSpan s_scraped = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(30);

    private static readonly MetricContract s_contract = MetricContract.Load();

    private static readonly string[] s_foreign = ["prometheus", "alertmanager"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Jobs => [.. Expected().Select(metric => metric.Emitter.Job!).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> OwnJobs => [.. Jobs.Select(job => job.Data).Except([.. s_foreign, ContractEmitter.EveryJob], StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task A_job_exposes_what_the_contract_says_with_exactly_those_labels(string job)
    {
        IReadOnlyList<string> complaints = [];
        try
        {
            await Eventually.IsTrueAsync($"Every metric of {job}", s_scraped, async cancellation =>
                (complaints = await ComplaintsAsync(job, cancellation)) is [], Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', complaints));
        }
    }

    [Theory]
    [MemberData(nameof(OwnJobs))]
    public async Task A_service_of_this_repository_exposes_nothing_that_the_contract_does_not_say(string job)
    {
        var synthetic = Series(metric => metric.Emitter.Job == ContractEmitter.EveryJob);
        var known = Series(metric => metric.Emitter.Job == job).Concat(synthetic).ToHashSet(StringComparer.Ordinal);

        var exposed = await Eventually.GetAsync($"Series of {job}", s_scraped, async cancellation =>
        {
            var names = await fixture.Stack.Prometheus.QueryAsync($$"""group by (__name__) ({job="{{job}}"})""", cancellation);
            return names.Count > synthetic.Count ? names.Select(sample => sample.Labels["__name__"]).ToList() : null;
        }, Cancellation);

        Assert.Subset(known, exposed.Where(name => !IsOfARule(name)).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_healthy_graph_has_no_alert_but_Watchdog() => await fixture.Stack.IsQuietAsync(s_quiet, Cancellation);

    private async Task<IReadOnlyList<string>> ComplaintsAsync(string job, CancellationToken cancellation)
    {
        var complaints = new List<string>();
        var types = await fixture.Stack.Prometheus.TypesAsync(cancellation);
        foreach (var metric in Expected().Where(metric => metric.Emitter.Job == job))
        {
            foreach (var (name, labels) in metric.Series)
            {
                var selector = job == ContractEmitter.EveryJob ? $$"""{__name__="{{name}}"}""" : $$"""{__name__="{{name}}", job="{{job}}"}""";
                var series = await fixture.Stack.Prometheus.QueryAsync(selector, cancellation);
                var found = series.SelectMany(sample => sample.Labels.Keys).Where(label => label != "__name__").ToHashSet(StringComparer.Ordinal);
                if (series.Count == 0) complaints.Add($"{name}: no series");
                else if (!found.SetEquals(Scraped(labels))) complaints.Add($"{name}: has the labels {string.Join(", ", found.Order(StringComparer.Ordinal))}");
            }

            // OpenMetrics names the type of a counter without its _total; what Prometheus makes itself has none.
            var told = types.GetValueOrDefault(metric.Name) ?? types.GetValueOrDefault(metric.Name.Replace("_total", "", StringComparison.Ordinal));
            if (job != ContractEmitter.EveryJob && told != metric.Type) complaints.Add($"{metric.Name}: is a {told ?? "metric without a type"}");
        }

        return complaints;
    }

    // Where a metric's own label has the name of one of its target's, Prometheus renames it.
    private static IEnumerable<string> Scraped(IReadOnlyList<string> own)
        => s_contract.TargetLabels.Concat(own.Select(label => s_contract.TargetLabels.Contains(label) ? $"exported_{label}" : label));

    // Colons are for the names of recording rules; alerts carry the labels of what they are about.
    private static bool IsOfARule(string name) => name.Contains(':', StringComparison.Ordinal) || name is "ALERTS" or "ALERTS_FOR_STATE";

    private static IEnumerable<ContractMetric> Expected() => s_contract.Metrics.Where(metric =>
        metric.Emitter is { Job: not null, Condition: null, Profile: "sample" } && metric.Emitter.Environments.Contains("process"));

    private static HashSet<string> Series(Func<ContractMetric, bool> which)
        => [.. s_contract.Metrics.Where(which).SelectMany(metric => metric.Series).Select(series => series.Name)];
}
