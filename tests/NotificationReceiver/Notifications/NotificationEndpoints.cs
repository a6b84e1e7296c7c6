using Kthena.NotificationReceiver.Channels.Webhook;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary><c>GET /notifications</c> and <c>DELETE /notifications</c>: people and tests look at what came.</summary>
internal static class NotificationEndpoints
{
    /// <param name="app">The service.</param>
    /// <param name="token">What whoever clears the list must bear; anybody may when there is none.</param>
    public static void MapNotifications(this WebApplication app, string? token)
    {
        app.MapGet("/notifications", Find);
        app.MapDelete("/notifications", (NotificationLog log) =>
        {
            log.Clear();
            return Results.NoContent();
        }).AddEndpointFilter(new BearerFilter(token));
    }

    private static IResult Find(NotificationLog log, string? alertname, string? status, string? channel, string? receiver, string? model_id)
    {
        NotificationChannel? wanted = null;
        if (channel is not null)
        {
            var channels = Enum.GetValues<NotificationChannel>();
            if (!channels.Any(known => known.Name() == channel))
                return Results.Problem($"'channel' is '{channel}': it must be one of {string.Join(", ", channels.Select(c => c.Name()))}.", statusCode: StatusCodes.Status400BadRequest);
            wanted = channels.Single(known => known.Name() == channel);
        }

        var filter = new NotificationFilter { AlertName = alertname, Status = status, Channel = wanted, Receiver = receiver, ModelId = model_id };
        return Results.Json(new { notifications = log.Find(filter) });
    }
}
