namespace Aspire.Hosting.Grafana;

internal static class GrafanaContainerImageTags
{
    /// <remarks>docker.io</remarks>
    public const string Registry = "docker.io";

    /// <remarks>grafana/grafana</remarks>
    public const string Image = "grafana/grafana";

    /// <remarks>12.4.10</remarks>
    public const string Tag = "12.4.10";
}
