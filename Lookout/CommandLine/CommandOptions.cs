using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.Lookout.CommandLine;

/// <summary>The settings that have a short name.</summary>
internal static class CommandOptions
{
    public static IReadOnlyList<SettingOption> All { get; } =
    [
        new("--prometheus", "Lookout:Prometheus", "URL", "The Prometheus to ask, such as http://127.0.0.1:9090; a path prefix and https are fine. Required."),
        new("--dashboards", "Lookout:Dashboards", "DIR", "The folder of Grafana dashboards (*.json). Required."),
        new("--alertmanager", "Lookout:Alertmanager", "URL", "The Alertmanager to ask and to silence in. Default: none."),
        new("--graph", "Lookout:Graph", "URL", "The AppHost's graph endpoint. Default: none."),
        new("--runbooks", "Lookout:Runbooks", "DIR", "The folder of runbooks, one Markdown file for each alert. Default: none."),
        new("--grafana", "Lookout:Grafana", "URL", "A Grafana with the same dashboards, for links. Default: none."),
        new("--scrape-interval", "Lookout:ScrapeInterval", "TIME", "How often Prometheus scrapes: 2s, 1m. Default: 15s."),
        new("--timeout", "Lookout:Timeout", "TIME", "Give an upstream up that sends nothing for so long. Default: 30s."),
        new("--prometheus-credentials-file", "Lookout:PrometheusCredentialsFile", "FILE", "One line, user:password, for Prometheus' basic authentication."),
        new("--alertmanager-credentials-file", "Lookout:AlertmanagerCredentialsFile", "FILE", "The same for Alertmanager."),
        new("--urls", "urls", "URLS", "Where the page is served. Default: http://127.0.0.1:3001."),
    ];
}
