using System.Text.Json.Nodes;

namespace Kthena.StackTesting.Dashboards;

/// <summary>A query of a panel.</summary>
public sealed record DashboardTarget(JsonObject Json)
{
    public string RefId => (string?)Json["refId"] ?? "";

    public string Expr => (string?)Json["expr"] ?? "";

    public string Legend => (string?)Json["legendFormat"] ?? "";

    public string? Format => (string?)Json["format"];

    public bool IsInstant => (bool?)Json["instant"] == true;

    /// <summary>Whether single requests are drawn too, each with the id of its trace.</summary>
    public bool HasExemplars => (bool?)Json["exemplar"] == true;

    /// <summary>prometheus, loki or jaeger.</summary>
    public string DatasourceType => (string?)Json["datasource"]?["type"] ?? "";

    public bool IsPromql => DatasourceType == "prometheus";
}
