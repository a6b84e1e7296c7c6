namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>The part of Grafana 12 that the dashboards use, which other programs can draw as well.</summary>
internal static class GrafanaDialect
{
    public const int SchemaVersion = 41;

    public static IReadOnlySet<string> PanelTypes { get; } = Set(
        "stat", "timeseries", "heatmap", "table", "bargauge", "gauge", "state-timeline", "row", "text", "logs", "traces");

    public static IReadOnlySet<string> Units { get; } = Set(
        "none", "short", "s", "ms", "dtdurations", "bytes", "decbytes", "Bps", "percent", "percentunit", "reqps", "ops", "rps", "celsius", "watt", "hertz",
        "bool", "bool_on_off", "string", "dateTimeAsIso", "dateTimeFromNow", "locale", "sci", "cps");

    public static IReadOnlySet<string> Transformations { get; } = Set("merge", "organize", "sortBy", "filterFieldsByName", "labelsToFields");

    public static IReadOnlySet<string> Matchers { get; } = Set("byName", "byRegexp", "byFrameRefID");

    public static IReadOnlySet<string> Calcs { get; } = Set("lastNotNull", "last", "first", "mean", "min", "max", "sum", "count", "range", "delta");

    /// <summary>Units of traffic, of which much is no harm.</summary>
    public static IReadOnlySet<string> Traffic { get; } = Set("reqps", "ops", "rps", "cps", "Bps");

    /// <summary>Fields of panels that Grafana 12 no longer knows.</summary>
    public static IReadOnlyList<string> Removed { get; } =
        ["xAxis", "xaxis", "yAxes", "yaxes", "seriesOverrides", "aliasColors", "nullPointMode", "linewidth", "format", "valueMaps", "styles"];

    public static bool IsUnit(string unit) => Units.Contains(unit) || unit.StartsWith("suffix:", StringComparison.Ordinal);

    private static HashSet<string> Set(params string[] items) => new(items, StringComparer.Ordinal);
}
