using System.Globalization;
using System.Text.Json.Nodes;

namespace Kthena.StackTesting;

/// <summary>Prometheus' HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/).</summary>
public sealed class PrometheusClient(HttpClient http)
{
    /// <summary>The samples of an instant query, as label sets and values.</summary>
    public async Task<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)>> QueryAsync(string expression, CancellationToken cancellationToken)
    {
        var data = await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(expression)}", cancellationToken);
        return [.. data["result"]!.AsArray().Select(sample => (
            Labels(sample!["metric"]!), Number(sample["value"]![1]!.GetValue<string>())))];
    }

    /// <summary>The samples of a range selector such as <c>up[5m]</c>, as they were stored.</summary>
    public async Task<IReadOnlyList<StoredSeries>> SamplesAsync(string rangeSelector, CancellationToken cancellationToken)
    {
        var data = await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(rangeSelector)}", cancellationToken);
        return [.. data["result"]!.AsArray().Select(Series)];
    }

    /// <summary>The series of an expression, with a value for each step up to an end.</summary>
    public async Task<IReadOnlyList<StoredSeries>> RangeAsync(
        string expression, DateTimeOffset end, TimeSpan range, TimeSpan step, CancellationToken cancellationToken)
    {
        var time = $"start={Seconds(end - range)}&end={Seconds(end)}&step={step.TotalSeconds.ToString(CultureInfo.InvariantCulture)}";
        var data = await GetAsync($"/api/v1/query_range?query={Uri.EscapeDataString(expression)}&{time}", cancellationToken);
        return [.. data["result"]!.AsArray().Select(Series)];
    }

    /// <summary>The labels of the exemplars of the series that an expression reads, of the time up to an end.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ExemplarsAsync(
        string expression, DateTimeOffset end, TimeSpan range, CancellationToken cancellationToken)
    {
        var data = await GetAsync(
            $"/api/v1/query_exemplars?query={Uri.EscapeDataString(expression)}&start={Seconds(end - range)}&end={Seconds(end)}", cancellationToken);
        return [.. data.AsArray().SelectMany(series => series!["exemplars"]!.AsArray()).Select(exemplar => Labels(exemplar!["labels"]!))];
    }

    /// <summary>How many samples Prometheus reads for one point of an expression.</summary>
    public async Task<long> CostAsync(string expression, CancellationToken cancellationToken)
        => (await GetAsync($"/api/v1/query?stats=all&query={Uri.EscapeDataString(expression)}", cancellationToken))
            ["stats"]!["samples"]!["totalQueryableSamples"]!.GetValue<long>();

    /// <summary>The alerting rules that are loaded, each with the interval of its group.</summary>
    public async Task<IReadOnlyList<LoadedAlert>> AlertsAsync(CancellationToken cancellationToken)
        => [.. (await GetAsync("/api/v1/rules?type=alert", cancellationToken))["groups"]!.AsArray()
            .SelectMany(group => group!["rules"]!.AsArray(), (group, rule) => new LoadedAlert(
                rule!["name"]!.GetValue<string>(),
                Labels(rule["labels"] ?? new JsonObject()),
                TimeSpan.FromSeconds(rule["duration"]!.GetValue<double>()),
                TimeSpan.FromSeconds(group!["interval"]!.GetValue<double>())))];

    /// <summary>The scrape interval of each active target.</summary>
    public async Task<IReadOnlyList<string>> ScrapeIntervalsAsync(CancellationToken cancellationToken)
        => [.. (await GetAsync("/api/v1/targets?state=active", cancellationToken))["activeTargets"]!.AsArray().Select(target => target!["scrapeInterval"]!.GetValue<string>())];

    /// <summary>The health of each active target, by job.</summary>
    public async Task<ILookup<string, string>> TargetHealthAsync(CancellationToken cancellationToken)
    {
        var data = await GetAsync("/api/v1/targets?state=active", cancellationToken);
        return data["activeTargets"]!.AsArray().ToLookup(
            target => target!["labels"]!["job"]!.GetValue<string>(), target => target!["health"]!.GetValue<string>());
    }

    /// <summary>What is scraped of which resource of the graph, and where.</summary>
    public async Task<IReadOnlyList<(string Pod, Uri Url)>> TargetsAsync(CancellationToken cancellationToken)
    {
        var data = await GetAsync("/api/v1/targets?state=active", cancellationToken);
        return [.. data["activeTargets"]!.AsArray().Select(target => (
            target!["labels"]!["pod"]?.GetValue<string>() ?? "", new Uri(target["scrapeUrl"]!.GetValue<string>())))];
    }

    /// <summary>The Alertmanagers that Prometheus has discovered.</summary>
    public async Task<int> AlertmanagersAsync(CancellationToken cancellationToken)
        => (await GetAsync("/api/v1/alertmanagers", cancellationToken))["activeAlertmanagers"]!.AsArray().Count;

    /// <summary>The names of alerts that are pending or firing.</summary>
    public async Task<IReadOnlyList<string>> ActiveAlertsAsync(CancellationToken cancellationToken)
        => [.. (await GetAsync("/api/v1/alerts", cancellationToken))["alerts"]!.AsArray().Select(alert => alert!["labels"]!["alertname"]!.GetValue<string>())];

    /// <summary>The names of the loaded alerting rules.</summary>
    public async Task<IReadOnlyList<string>> AlertingRulesAsync(CancellationToken cancellationToken)
        => [.. (await GetAsync("/api/v1/rules?type=alert", cancellationToken))["groups"]!.AsArray()
            .SelectMany(group => group!["rules"]!.AsArray()).Select(rule => rule!["name"]!.GetValue<string>())];

    /// <summary>The types of the metrics that targets have told, by the name of their <c># TYPE</c> line.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TypesAsync(CancellationToken cancellationToken)
        => (await GetAsync("/api/v1/metadata", cancellationToken)).AsObject().ToDictionary(
            metric => metric.Key, metric => metric.Value![0]!["type"]!.GetValue<string>(), StringComparer.Ordinal);

    private static StoredSeries Series(JsonNode? series) => new(
        Labels(series!["metric"]!),
        [.. series["values"]!.AsArray().Select(sample => (Time(sample![0]!.GetValue<double>()), Number(sample[1]!.GetValue<string>())))]);

    private static Dictionary<string, string> Labels(JsonNode labels)
        => labels.AsObject().ToDictionary(label => label.Key, label => label.Value!.GetValue<string>());

    // Prometheus writes numbers as strings, because JSON has no infinity.
    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset Time(double seconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000));

    private static string Seconds(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture);

    private async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        var body = await http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return JsonNode.Parse(body)!["data"]!;
    }
}
