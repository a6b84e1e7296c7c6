namespace Kthena.Lookout.Settings;

/// <summary>What Lookout shows: the section <c>Lookout</c>, read once, at its start.</summary>
/// <param name="Prometheus">Key <c>Lookout:Prometheus</c>, required.</param>
/// <param name="Alertmanager">Key <c>Lookout:Alertmanager</c>; null (the default): there is none.</param>
/// <param name="Graph">Key <c>Lookout:Graph</c>, the AppHost's graph endpoint; null (the default): there is none.</param>
/// <param name="Dashboards">Key <c>Lookout:Dashboards</c>, a folder, required.</param>
/// <param name="Runbooks">Key <c>Lookout:Runbooks</c>, a folder; null (the default): there are none.</param>
/// <param name="Grafana">Key <c>Lookout:Grafana</c>: where a browser finds the same dashboards in Grafana; null (the default): nowhere.</param>
/// <param name="ScrapeInterval">Key <c>Lookout:ScrapeInterval</c>, 0.1 s to 1 h, 15 s by default: what <c>$__rate_interval</c> is made of.</param>
/// <param name="Timeout">Key <c>Lookout:Timeout</c>, 0.1 s to 10 min, 30 s by default: an upstream that sends nothing for so long is given up.</param>
internal sealed record LookoutOptions(
    Upstream Prometheus, Upstream? Alertmanager, Upstream? Graph, string Dashboards, string? Runbooks, Uri? Grafana, TimeSpan ScrapeInterval, TimeSpan Timeout)
{
    /// <exception cref="SettingException">A setting is missing or not what it may be.</exception>
    public static LookoutOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var least = TimeSpan.FromSeconds(0.1);
        return new(
            new("prometheus", SettingReader.Required("Prometheus", settings.Url), settings.Credentials("PrometheusCredentialsFile")),
            settings.Url("Alertmanager") is { } alertmanager ? new("alertmanager", alertmanager, settings.Credentials("AlertmanagerCredentialsFile")) : null,
            settings.Url("Graph") is { } graph ? new("graph", graph, Credentials: null) : null,
            SettingReader.Required("Dashboards", settings.Folder),
            settings.Folder("Runbooks"),
            settings.Url("Grafana"),
            settings.Time("ScrapeInterval", TimeSpan.FromSeconds(15), least, TimeSpan.FromHours(1)),
            settings.Time("Timeout", TimeSpan.FromSeconds(30), least, TimeSpan.FromMinutes(10)));
    }
}
