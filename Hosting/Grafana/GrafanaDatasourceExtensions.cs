using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Grafana.Provisioning;

namespace Aspire.Hosting;

/// <summary>
/// Tells Grafana what it can ask. Each verb provisions <c>provisioning/datasources/{name}.yaml</c> of the configuration folder; what such a file
/// says about a datasource that the graph does not have is left out.
/// </summary>
public static class GrafanaDatasourceExtensions
{
    // Grafana's own default.
    private const string DefaultScrapeInterval = "15s";

    /// <summary>Asks a Prometheus for metrics.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="prometheus">The Prometheus server.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithPrometheus(
        this IResourceBuilder<IGrafanaResource> builder, IResourceBuilder<IPrometheusResource> prometheus)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(prometheus);
        return builder
            .WithDatasource("prometheus", "PROMETHEUS_URL", ReferenceExpression.Create($"{prometheus.Resource.PrimaryEndpoint}"))
            .WithEnvironment("PROMETHEUS_SCRAPE_INTERVAL", () => prometheus.Resource.ScrapeInterval ?? DefaultScrapeInterval);
    }

    /// <summary>Asks an Alertmanager for alerts and silences.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="alertmanager">The Alertmanager.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithAlertmanager(
        this IResourceBuilder<IGrafanaResource> builder, IResourceBuilder<IAlertmanagerResource> alertmanager)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(alertmanager);
        return builder.WithDatasource("alertmanager", "ALERTMANAGER_URL", ReferenceExpression.Create($"{alertmanager.Resource.PrimaryEndpoint}"));
    }

    /// <summary>Asks a Loki, or what answers to its API, for logs.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="url">The base of its API, e.g. <c>http://localhost:3100</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithLoki(this IResourceBuilder<IGrafanaResource> builder, ReferenceExpression url)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(url);
        return builder.WithDatasource("loki", "LOKI_URL", url);
    }

    /// <summary>Asks a Jaeger, or what answers to its query API, for traces.</summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="url">The base of its API, e.g. <c>http://localhost:16686</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithJaeger(this IResourceBuilder<IGrafanaResource> builder, ReferenceExpression url)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(url);
        return builder.WithDatasource("jaeger", "JAEGER_URL", url);
    }

    private static IResourceBuilder<IGrafanaResource> WithDatasource(
        this IResourceBuilder<IGrafanaResource> builder, string uid, string variable, ReferenceExpression url)
    {
        if (builder.Resource.IsStandIn) return builder;
        return builder
            .WithAnnotation(new DatasourceAnnotation(uid))
            .WithProvisioning($"datasources/{uid}.yaml")
            .WithEnvironment(variable, url);
    }
}
