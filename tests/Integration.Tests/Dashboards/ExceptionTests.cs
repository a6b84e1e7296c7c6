using Kthena.StackTesting;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>What shows nothing under the default load shows something when there is something to show.</summary>
public class ExceptionTests(FaultyGraphFixture fixture) : IClassFixture<FaultyGraphFixture>
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Exceptions => [.. QueryException.All.Select(exception => (exception.Dashboard, exception.Panel))];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task A_query_that_is_excepted_returns_something_when_there_is_something(string dashboard, string panel)
    {
        var exception = QueryException.Of(dashboard, panel);
        Assert.SkipWhen(exception.NotYet is not null, $"{exception}: {exception.Reason}.");
        Assert.Contains(exception.ShownBy, FaultyGraphFixture.Shows);
        var queries = new DashboardQueries(fixture.Graph.Prometheus, TimeProvider.System);
        var model = exception.ReadDashboard();

        foreach (var target in Targets(exception, model))
        {
            await Eventually.IsTrueAsync($"{exception}: query {target.RefId} returning something", s_bound, async cancellation =>
            {
                foreach (var choice in await queries.ChoicesAsync(model, cancellation))
                {
                    if (await queries.HasValueAsync(target, choice, cancellation)) return true;
                }

                return false;
            }, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_names_queries_that_there_are_and_one_way_out(string dashboard, string panel)
    {
        var exception = QueryException.Of(dashboard, panel);

        Assert.Equal(exception.Queries, Targets(exception, exception.ReadDashboard()).Select(target => target.RefId));
        Assert.Single(new[] { exception.ShownBy, exception.NotYet }, way => way is not null);
        Assert.NotEmpty(exception.Reason);
    }

    private static IEnumerable<DashboardTarget> Targets(QueryException exception, Dashboard dashboard)
        => dashboard.Panels.Single(panel => panel.Title == exception.Panel).Targets.Where(target => exception.Queries.Contains(target.RefId));
}
