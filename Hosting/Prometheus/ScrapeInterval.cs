using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Prometheus;

/// <summary>
/// How often the graph's targets are scraped, where it is not what <c>prometheus.yml</c> says. Prometheus takes both times from labels of each
/// target (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config).
/// </summary>
internal sealed record ScrapeIntervalAnnotation(TimeSpan Interval) : IResourceAnnotation
{
    public const string ConfigurationKey = "Prometheus:ScrapeInterval";

    // That of prometheus.yml.
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>In Prometheus' notation, such as <c>2s</c> or <c>500ms</c>.</summary>
    public string Text => Notation(Interval);

    /// <summary>As long as a scrape may take: Prometheus refuses a target whose time-out is above its interval.</summary>
    public string Timeout => Notation(Interval < s_longestTimeout ? Interval : s_longestTimeout);

    private static string Notation(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(time.Milliseconds == 0 ? $"{(long)time.TotalSeconds}s" : $"{(long)time.TotalMilliseconds}ms")}");
}
