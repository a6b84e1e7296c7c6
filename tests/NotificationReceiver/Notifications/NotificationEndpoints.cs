using Kthena.WebhookReceiver.Alertmanager;

namespace Kthena.WebhookReceiver.Notifications;

/// <summary><c>/notifications</c>: Alertmanager posts, people and tests look.</summary>
internal static class NotificationEndpoints
{
    /// <param name="app">The service.</param>
    /// <param name="token">What whoever writes must bear (RFC 6750); anybody may write when there is none.</param>
    public static void MapNotifications(this WebApplication app, string? token)
    {
        var bearer = new BearerFilter(token);
        app.MapPost("/notifications", ReceiveAsync).AddEndpointFilter(bearer);
        app.MapGet("/notifications", (NotificationLog log, string? alertname, string? status) => Results.Json(new { notifications = log.Find(alertname, status) }));
        app.MapDelete("/notifications", (NotificationLog log) =>
        {
            log.Clear();
            return Results.NoContent();
        }).AddEndpointFilter(bearer);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, NotificationLog log, NotificationMetrics metrics, TimeProvider time, ILogger<NotificationLog> logger, CancellationToken cancellationToken)
    {
        try
        {
            var message = await WebhookMessageReader.ReadAsync(request.Body, cancellationToken);
            metrics.Accepted(message);
            foreach (var alert in message.Alerts!)
            {
                var notification = Notification.From(message, alert!, time.GetUtcNow());
                log.Add(notification);
                logger.LogInformation("{Status} {AlertName} severity={Severity} {Labels} {Summary}",
                    notification.Status, notification.AlertName, notification.Severity, Text(notification.Labels), notification.Summary);
            }

            return Results.Ok();
        }
        catch (FormatException e)
        {
            metrics.Refused();
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e)
        {
            metrics.Refused();
            return Results.Problem(e.Message, statusCode: e.StatusCode);
        }
    }

    // As Prometheus writes labels, without the two that are said already.
    private static string Text(IReadOnlyDictionary<string, string> labels) =>
        "{" + string.Join(", ", labels.Where(l => l.Key is not ("alertname" or "severity")).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}=\"{l.Value}\"")) + "}";
}
