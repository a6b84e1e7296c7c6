using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kthena.StackTesting;

/// <summary>Alertmanager's HTTP API, version 2 (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml).</summary>
public sealed class AlertmanagerClient(HttpClient http, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_anHour = TimeSpan.FromHours(1);

    /// <summary>Posts an alert as Prometheus does; it fires for an hour unless it is resolved.</summary>
    public Task FireAsync(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations, CancellationToken cancellationToken)
        => PostAsync(labels, annotations, timeProvider.GetUtcNow() + s_anHour, cancellationToken);

    /// <summary>Ends an alert now.</summary>
    public Task ResolveAsync(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations, CancellationToken cancellationToken)
        => PostAsync(labels, annotations, timeProvider.GetUtcNow(), cancellationToken);

    /// <summary>The active alerts, with who keeps them from being told.</summary>
    public async Task<IReadOnlyList<ActiveAlert>> AlertsAsync(CancellationToken cancellationToken)
    {
        var alerts = await http.GetFromJsonAsync<JsonArray>(new Uri("/api/v2/alerts", UriKind.Relative), cancellationToken);
        return [.. alerts!.Select(alert => new ActiveAlert(
            alert!["labels"]!.AsObject().ToDictionary(label => label.Key, label => label.Value!.GetValue<string>()),
            Strings(alert["status"]!["inhibitedBy"]), Strings(alert["status"]!["silencedBy"])))];
    }

    /// <summary>The names of alerts whose last notification to some receiver fell into one of its routes' muted times.</summary>
    public async Task<IReadOnlyList<string>> MutedAlertsAsync(CancellationToken cancellationToken)
    {
        var groups = await http.GetFromJsonAsync<JsonArray>(new Uri("/api/v2/alerts/groups", UriKind.Relative), cancellationToken);
        return [.. groups!.SelectMany(group => group!["alerts"]!.AsArray())
            .Where(alert => Strings(alert!["status"]!["mutedBy"]).Count > 0)
            .Select(alert => alert!["labels"]!["alertname"]!.GetValue<string>())];
    }

    private async Task PostAsync(
        IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        var alert = new { labels, annotations, startsAt = timeProvider.GetUtcNow() - s_anHour, endsAt, generatorURL = "http://prometheus.example/graph" };
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v2/alerts", UriKind.Relative), new[] { alert }, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"Alertmanager refused the alert: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static IReadOnlyList<string> Strings(JsonNode? array) => [.. (array as JsonArray ?? []).Select(item => item!.GetValue<string>())];
}

/// <summary>An alert that Alertmanager knows.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="InhibitedBy">Fingerprints of the alerts that mute it.</param>
/// <param name="SilencedBy">Ids of the silences that mute it.</param>
public sealed record ActiveAlert(
    IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> InhibitedBy, IReadOnlyList<string> SilencedBy);
