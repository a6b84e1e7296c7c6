namespace Aspire.Hosting.Prometheus;

internal static class PrometheusContainerImageTags
{
    /// <remarks>docker.io</remarks>
    public const string Registry = "docker.io";

    /// <remarks>prom/prometheus</remarks>
    public const string Image = "prom/prometheus";

    /// <remarks>v3.5.3</remarks>
    public const string Tag = "v3.5.3";
}
