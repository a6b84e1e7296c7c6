namespace Aspire.Hosting.Alertmanager;

internal static class AlertmanagerContainerImageTags
{
    /// <remarks>docker.io</remarks>
    public const string Registry = "docker.io";

    /// <remarks>prom/alertmanager</remarks>
    public const string Image = "prom/alertmanager";

    /// <remarks>v0.33.1</remarks>
    public const string Tag = "v0.33.1";
}
