using System.Net.Http.Json;

namespace Kthena.StackTesting;

/// <summary>What the webhook receiver of the graph has got.</summary>
public sealed class WebhookClient(HttpClient http)
{
    /// <summary>The first notification with this alert name and status, null while there is none.</summary>
    public async Task<ReceivedNotification?> FindAsync(string alertName, string status, CancellationToken cancellationToken)
    {
        var query = new Uri($"/notifications?alertname={Uri.EscapeDataString(alertName)}&status={status}", UriKind.Relative);
        return (await http.GetFromJsonAsync<Notifications>(query, cancellationToken))!.All is [var first, ..] ? first : null;
    }

    private sealed record Notifications([property: System.Text.Json.Serialization.JsonPropertyName("notifications")] IReadOnlyList<ReceivedNotification> All);
}

/// <summary>One alert of a notification.</summary>
public sealed record ReceivedNotification(
    string Receiver, string Status, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);
