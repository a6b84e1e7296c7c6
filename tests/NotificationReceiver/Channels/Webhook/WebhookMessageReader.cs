using System.Text.Json;

namespace Kthena.WebhookReceiver.Alertmanager;

/// <summary>Reads and checks what was posted.</summary>
internal static class WebhookMessageReader
{
    public const string Firing = "firing";
    public const string Resolved = "resolved";

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
        Check(status is Firing or Resolved, $"'{path}' is '{status}': it must be \"{Firing}\" or \"{Resolved}\".");

    private static void Check(bool condition, string message)
    {
        if (!condition)
            throw new FormatException(message);
    }
}
