using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Channels;

/// <summary>What every channel over HTTP does around the reading of its message.</summary>
internal static class MessageEndpoint
{
    /// <param name="request">The request that carries the message.</param>
    /// <param name="channel">The channel it came by.</param>
    /// <param name="read">Reads the body; a <see cref="FormatException"/> says what is wrong with it.</param>
    /// <param name="accepted">The answer to a message that was taken.</param>
    /// <param name="invalid">The answer to one that is not in the channel's form.</param>
    public static async Task<IResult> ReceiveAsync(
        HttpRequest request, NotificationChannel channel, Func<DateTimeOffset, Task<IReadOnlyList<Notification>>> read,
        Func<IReadOnlyList<Notification>, IResult> accepted, Func<string, IResult> invalid)
    {
        var services = request.HttpContext.RequestServices;
        var intake = services.GetRequiredService<Intake>();
        var metrics = services.GetRequiredService<NotificationMetrics>();
        var receivedAt = intake.Now;
        try
        {
            var notifications = await read(receivedAt);
            return await intake.TakeAsync(notifications, request.HttpContext.RequestAborted) is { } status
                ? Results.Text("The receiver was told to refuse.", statusCode: status)
                : accepted(notifications);
        }
        catch (FormatException e)
        {
            metrics.Refused(channel);
            return invalid(e.Message);
        }
        catch (BadHttpRequestException e)
        {
            metrics.Refused(channel);
            return Results.Problem(e.Message, statusCode: e.StatusCode);
        }
    }
}
