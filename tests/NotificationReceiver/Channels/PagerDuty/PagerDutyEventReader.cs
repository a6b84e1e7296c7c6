using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kthena.NotificationReceiver.Channels.PagerDuty;

/// <summary>Reads and checks what was posted, as PagerDuty does.</summary>
internal static class PagerDutyEventReader
{
    public const string Trigger = "trigger";
    public const string Resolve = "resolve";

    private static readonly string[] s_severities = ["critical", "error", "warning", "info"];

    /// <exception cref="FormatException">It is no event; the message says where and what it must be.</exception>
    public static async Task<PagerDutyEvent> ReadAsync(Stream body, string? routingKey, CancellationToken cancellationToken)
    {
        PagerDutyEvent? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync<PagerDutyEvent>(body, JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The body is no event: {e.Message}", e);
        }

        Check(!string.IsNullOrEmpty(message?.RoutingKey), "'routing_key' is missing or blank.");
        Check(string.IsNullOrEmpty(routingKey) || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(message!.RoutingKey!), Encoding.UTF8.GetBytes(routingKey)),
            "'routing_key' is not that of this service.");
        Check(message!.EventAction is Trigger or Resolve, $"'event_action' is '{message.EventAction}': it must be \"{Trigger}\" or \"{Resolve}\".");
        if (message.EventAction == Resolve)
        {
            Check(!string.IsNullOrEmpty(message.DedupKey), "'dedup_key' is missing: it names the incident to resolve.");
            return message;
        }

        Check(!string.IsNullOrEmpty(message.Payload?.Summary), "'payload.summary' is missing or blank.");
        Check(!string.IsNullOrEmpty(message.Payload!.Source), "'payload.source' is missing or blank.");
        Check(s_severities.Contains(message.Payload.Severity), $"'payload.severity' is '{message.Payload.Severity}': it must be one of {string.Join(", ", s_severities)}.");
        return message;
    }

    private static void Check(bool condition, string message)
    {
        if (!condition)
            throw new FormatException(message);
    }
}
