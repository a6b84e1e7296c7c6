using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Kthena.StackTesting;

/// <summary>What the notification receiver of the graph has got.</summary>
public sealed class NotificationClient(HttpClient http)
{
    /// <summary>The first notification with this alert name and status that came by a channel, null while there is none.</summary>
    public async Task<ReceivedNotification?> FindAsync(string alertName, string status, CancellationToken cancellationToken, string channel = "webhook")
    {
        var query = new Uri($"/notifications?alertname={Uri.EscapeDataString(alertName)}&status={status}&channel={channel}", UriKind.Relative);
        return (await http.GetFromJsonAsync<Notifications>(query, cancellationToken))!.All is [var first, ..] ? first : null;
    }

    private sealed record Notifications([property: JsonPropertyName("notifications")] IReadOnlyList<ReceivedNotification> All);
}

/// <summary>A notification: one alert of a webhook's message, or one message of another channel.</summary>
public sealed record ReceivedNotification(
    string Channel, string Receiver, string Status, string Summary, string Text, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);
