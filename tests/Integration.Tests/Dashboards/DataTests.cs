using Kthena.Integration.Tests.Graph;
using Kthena.StackTesting;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Under the default load every panel of every dashboard shows something, for whatever is chosen, and asks for little.</summary>
public class DataTests(StackFixture fixture)
{
    // For each of the 241 points of an hour; much of it Prometheus reads only once.
    private const int MostSamplesPerPoint = 10_000;

    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly DashboardQueries _queries = new(fixture.Stack.Prometheus, TimeProvider.System);

    public static TheoryData<string> Dashboards => [.. DashboardFolder.Files];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task Every_query_of_a_dashboard_returns_something(string file)
    {
        var dashboard = DashboardFolder.Read(file);
        var empty = (from choice in await ChoicesAsync(dashboard)
                     from query in dashboard.Queries
                     where !QueryException.Excepts(dashboard, query.Panel, query.Target)
                     select (choice, query.Panel, query.Target)).ToList();
        try
        {
            await Eventually.IsTrueAsync("Data in every panel", s_bound, async cancellation =>
            {
                foreach (var query in empty.ToList())
                {
                    if (await _queries.HasValueAsync(query.Target, query.choice, cancellation)) empty.Remove(query);
                }

                return empty.Count == 0;
            }, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"No data in {file} within {s_bound.TotalSeconds:0} s; mend the query, or put it into exceptions.yml with a reason:\n"
                + string.Join('\n', empty.Select(query => $"{query.Panel}: query {query.Target.RefId}: {query.choice.Apply(query.Target.Expr)}")));
        }
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public async Task No_query_of_a_dashboard_reads_more_than_its_share(string file)
    {
        var dashboard = DashboardFolder.Read(file);
        var choice = (await ChoicesAsync(dashboard))[0];
        foreach (var (panel, target) in dashboard.Queries)
        {
            var cost = await _queries.CostAsync(target, choice, Cancellation);
            Assert.True(cost <= MostSamplesPerPoint * DashboardQueries.Points,
                $"{panel}: query {target.RefId}: reads {cost} samples for an hour. Record what it computes, or ask for fewer series.");
        }
    }

    [Fact]
    public async Task A_query_with_exemplars_draws_requests_with_their_traces()
    {
        var drawn = DashboardFolder.ReadAll().SelectMany(dashboard => dashboard.Queries, (dashboard, query) => (dashboard, query.Target))
            .Where(query => query.Target.HasExemplars).ToList();

        Assert.NotEmpty(drawn);
        foreach (var (dashboard, target) in drawn)
        {
            var choice = (await ChoicesAsync(dashboard))[0];
            await Eventually.IsTrueAsync($"A trace in {target.Expr}", s_bound, async cancellation =>
                (await _queries.ExemplarsAsync(target, choice, cancellation)).Any(labels => labels.ContainsKey("trace_id")), Cancellation);
        }
    }

    private Task<IReadOnlyList<Interpolation>> ChoicesAsync(Dashboard dashboard)
        => Eventually.GetAsync($"A value of every variable of {dashboard}", s_bound,
            async cancellation => await _queries.ChoicesAsync(dashboard, cancellation) is { Count: > 0 } choices ? choices : null, Cancellation);
}
