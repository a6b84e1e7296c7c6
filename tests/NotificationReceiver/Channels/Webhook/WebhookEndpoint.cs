using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Channels.Webhook;

/// <summary><c>POST /notifications</c>: Alertmanager's webhook.</summary>
internal static class WebhookEndpoint
{
    /// <param name="app">The service.</param>
    /// <param name="token">What the sender must bear (RFC 6750); anybody may send when there is none.</param>
    public static void MapWebhook(this WebApplication app, string? token) =>
        app.MapPost("/notifications", ReceiveAsync).AddEndpointFilter(new BearerFilter(token));

    private static Task<IResult> ReceiveAsync(HttpRequest request) => MessageEndpoint.ReceiveAsync(
        request,
        NotificationChannel.Webhook,
        async receivedAt =>
        {
            var message = await WebhookMessageReader.ReadAsync(request.Body, request.HttpContext.RequestAborted);
            return [.. message.Alerts!.Select(alert => Of(message, alert!, receivedAt))];
        },
        _ => Results.Ok(),
        reason => Results.Problem(reason, statusCode: StatusCodes.Status400BadRequest));

    private static Notification Of(WebhookMessage message, WebhookAlert alert, DateTimeOffset receivedAt)
    {
        var annotations = alert.Annotations ?? new Dictionary<string, string>();
        return new()
        {
            ReceivedAt = receivedAt,
            Channel = NotificationChannel.Webhook,
            Receiver = message.Receiver ?? "",
            Status = alert.Status!,
            Summary = annotations.GetValueOrDefault("summary", ""),
            Text = annotations.GetValueOrDefault("description", ""),
            Labels = alert.Labels!,
            Annotations = annotations,
            StartsAt = alert.StartsAt,
            EndsAt = alert.Status == NotificationStatus.Resolved ? alert.EndsAt : null,
            Fingerprint = alert.Fingerprint ?? "",
        };
    }
}
