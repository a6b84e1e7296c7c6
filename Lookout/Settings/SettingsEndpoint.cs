using System.Reflection;

namespace Kthena.Lookout.Settings;

/// <summary><c>/api/settings</c>: what the page has to know of what it was started with. No address of an upstream is among it.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<LookoutOptions>();
        var settings = new PageSettings(
            Version(), options.ScrapeInterval.TotalSeconds, options.Graph is not null, options.Alertmanager is not null, options.Runbooks is not null,
            new(options.Grafana?.AbsoluteUri.TrimEnd('/')));
        routes.MapGet("/api/settings", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            return settings;
        });
    }

    private static string Version() =>
        typeof(SettingsEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private sealed record PageSettings(string Version, double ScrapeIntervalSeconds, bool Graph, bool Alertmanager, bool Runbooks, PageLinks Links);

    private sealed record PageLinks(string? Grafana);
}
