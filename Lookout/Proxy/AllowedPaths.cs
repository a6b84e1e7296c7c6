using static Microsoft.AspNetCore.Http.HttpMethods;

namespace Kthena.Lookout.Proxy;

/// <summary>All that passes through Lookout.</summary>
internal static class AllowedPaths
{
    /// <summary>Prometheus' HTTP API, as far as it only reads (https://prometheus.io/docs/prometheus/latest/querying/api/).</summary>
    public static IReadOnlyList<AllowedPath> Prometheus { get; } =
    [
        new(Get, "api/v1/query"),
        new(Get, "api/v1/query_range"),
        new(Get, "api/v1/query_exemplars"),
        new(Get, "api/v1/series"),
        new(Get, "api/v1/labels"),
        new(Get, $"api/v1/label/{{name:{LabelName.Policy}}}/values"),
        new(Get, "api/v1/rules"),
        new(Get, "api/v1/alerts"),
        new(Get, "api/v1/targets"),
        new(Get, "api/v1/metadata"),
        new(Get, "api/v1/format_query"),
        new(Get, "api/v1/status/tsdb"),
        new(Get, "api/v1/status/buildinfo"),
        new(Get, "api/v1/status/runtimeinfo"),
    ];

    /// <summary>Alertmanager's API (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml) without what posts alerts.</summary>
    public static IReadOnlyList<AllowedPath> Alertmanager { get; } =
    [
        new(Get, "api/v2/alerts"),
        new(Get, "api/v2/alerts/groups"),
        new(Get, "api/v2/receivers"),
        new(Get, "api/v2/status"),
        new(Get, "api/v2/silences"),
        new(Get, "api/v2/silence/{id:guid}"),
        new(Post, "api/v2/silences", PathKind.Write),
        new(Delete, "api/v2/silence/{id:guid}", PathKind.Write),
    ];

    /// <summary>The AppHost's graph endpoint, without its commands.</summary>
    public static IReadOnlyList<AllowedPath> Graph { get; } =
    [
        new(Get, "resources"),
        new(Get, "resources/watch", PathKind.Stream),
        new(Get, $"resources/{{name:{ResourceName.Policy}}}/logs", PathKind.Stream),
    ];
}
