using Kthena.StackTesting.Dashboards;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Queries of a panel that return nothing under the default load (<c>exceptions.yml</c>).</summary>
internal sealed class QueryException
{
    public required string Dashboard { get; set; }

    public required string Panel { get; set; }

    public required List<string> Queries { get; set; }

    /// <summary>What makes them return something: <c>gpus</c>, or a fault.</summary>
    public string? ShownBy { get; set; }

    /// <summary>The part of the graph that there is not so far.</summary>
    public string? NotYet { get; set; }

    public required string Reason { get; set; }

    public static IReadOnlyList<QueryException> All { get; } = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
        .Deserialize<List<QueryException>>(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Dashboards", "exceptions.yml")));

    public static bool Excepts(Dashboard dashboard, DashboardPanel panel, DashboardTarget target)
        => All.Any(exception => exception.Dashboard == dashboard.Uid && exception.Panel == panel.Title && exception.Queries.Contains(target.RefId));

    public static QueryException Of(string dashboard, string panel) => All.Single(exception => exception.Dashboard == dashboard && exception.Panel == panel);

    public Dashboard ReadDashboard() => DashboardFolder.Read($"{Dashboard}.json");

    public override string ToString() => $"{Dashboard}: panel '{Panel}'";
}
