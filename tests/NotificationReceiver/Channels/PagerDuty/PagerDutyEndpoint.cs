using System.Text.Json;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Channels.PagerDuty;

/// <summary><c>POST /v2/enqueue</c>: PagerDuty's Events API v2, with its answers.</summary>
internal static class PagerDutyEndpoint
{
    /// <param name="app">The service.</param>
    /// <param name="routingKey">The routing key that events must carry; any when there is none.</param>
    public static void MapPagerDuty(this WebApplication app, string? routingKey) =>
        app.MapPost("/v2/enqueue", (HttpRequest request) => ReceiveAsync(request, routingKey));

    private static Task<IResult> ReceiveAsync(HttpRequest request, string? routingKey) => MessageEndpoint.ReceiveAsync(
        request,
        NotificationChannel.PagerDuty,
        async receivedAt => [Of(await PagerDutyEventReader.ReadAsync(request.Body, routingKey, request.HttpContext.RequestAborted), receivedAt)],
        taken => Results.Json(new { status = "success", message = "Event processed", dedup_key = taken[0].Fingerprint }, statusCode: StatusCodes.Status202Accepted),
        reason => Results.Json(new { status = "invalid event", message = "Event object is invalid", errors = new[] { reason } }, statusCode: StatusCodes.Status400BadRequest));

    // Our configuration says labels, description and Alertmanager's receiver in details of these names.
    private static Notification Of(PagerDutyEvent message, DateTimeOffset receivedAt) => new()
    {
        ReceivedAt = receivedAt,
        Channel = NotificationChannel.PagerDuty,
        Receiver = Detail(message, "receiver"),
        Status = message.EventAction == PagerDutyEventReader.Resolve ? NotificationStatus.Resolved : NotificationStatus.Firing,
        Summary = message.Payload?.Summary ?? "",
        Text = Detail(message, "description"),
        Labels = Labels(message),
        Links = (message.Links ?? []).OfType<PagerDutyLink>().DistinctBy(link => link.Text).ToDictionary(link => link.Text ?? "", link => link.Href ?? ""),
        Fingerprint = string.IsNullOrEmpty(message.DedupKey) ? Guid.NewGuid().ToString("N") : message.DedupKey,
    };

    private static string Detail(PagerDutyEvent message, string name) =>
        message.Payload?.CustomDetails?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // An object, or from an older Alertmanager the text of one.
    private static Dictionary<string, string> Labels(PagerDutyEvent message)
    {
        if (message.Payload?.CustomDetails?.TryGetValue("labels", out var labels) != true) return [];
        try
        {
            var value = labels.ValueKind == JsonValueKind.String ? JsonDocument.Parse(labels.GetString()!).RootElement : labels;
            return value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.ToString()) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
