using System.Text.Json;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Channels.Webhook;

/// <summary>Reads and checks what was posted.</summary>
internal static class WebhookMessageReader
{
    private const string SupportedVersion = "4";

    /// <exception cref="FormatException">It is not Alertmanager's webhook message; the message says where and what it must be.</exception>
    public static async Task<WebhookMessage> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        WebhookMessage? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync<WebhookMessage>(body, JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The body is not an Alertmanager webhook message: {e.Message}", e);
        }

        Check(message?.Version == SupportedVersion, $"'version' is '{message?.Version}': it must be \"{SupportedVersion}\".");
        CheckStatus(message!.Status, "status");
        Check(message.Alerts is { Count: > 0 }, "'alerts' is empty: it must hold at least one alert.");
        for (var i = 0; i < message.Alerts!.Count; i++)
        {
            CheckStatus(message.Alerts[i]?.Status, $"alerts[{i}].status");
            Check(message.Alerts[i]!.Labels is { Count: > 0 }, $"'alerts[{i}].labels' is empty: every alert has labels.");
        }

        return message;
    }

    private static void CheckStatus(string? status, string path) =>
        Check(status is NotificationStatus.Firing or NotificationStatus.Resolved, $"'{path}' is '{status}': it must be \"{NotificationStatus.Firing}\" or \"{NotificationStatus.Resolved}\".");

    private static void Check(bool condition, string message)
    {
        if (!condition)
            throw new FormatException(message);
    }
}
