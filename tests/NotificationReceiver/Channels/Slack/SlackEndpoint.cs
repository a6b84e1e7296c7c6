using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Channels.Slack;

/// <summary>
/// <c>POST /slack/{token}</c>: a Slack incoming webhook, with Slack's own answers
/// (https://api.slack.com/messaging/webhooks#handling_errors).
/// </summary>
internal static class SlackEndpoint
{
    /// <param name="app">The service.</param>
    /// <param name="token">The last part of the URL, which is the secret of such webhooks; none when there is none.</param>
    public static void MapSlack(this WebApplication app, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            app.MapPost("/slack", ReceiveAsync);
            return;
        }

        var expected = Encoding.UTF8.GetBytes(token);
        app.MapPost("/slack/{shown?}", (HttpRequest request, string? shown) =>
            CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(shown ?? ""))
                ? ReceiveAsync(request)
                : Task.FromResult(Results.Text("invalid_token", statusCode: StatusCodes.Status403Forbidden)));
    }

    private static Task<IResult> ReceiveAsync(HttpRequest request) => MessageEndpoint.ReceiveAsync(
        request,
        NotificationChannel.Slack,
        async receivedAt => [Of(await ReadAsync(request), receivedAt)],
        _ => Results.Text("ok"),
        reason => Results.Text(reason, statusCode: StatusCodes.Status400BadRequest));

    private static async Task<SlackMessage> ReadAsync(HttpRequest request)
    {
        try
        {
            var message = await JsonSerializer.DeserializeAsync<SlackMessage>(request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted)
                ?? throw new FormatException("invalid_payload");
            return string.IsNullOrEmpty(message.Text) && message.Attachments is not [not null, ..] ? throw new FormatException("no_text") : message;
        }
        catch (JsonException e)
        {
            throw new FormatException("invalid_payload", e);
        }
    }

    // Our templates say the labels in the field "Labels" and Alertmanager's receiver in the footer.
    private static Notification Of(SlackMessage message, DateTimeOffset receivedAt)
    {
        var attachment = message.Attachments is [{ } first, ..] ? first : null;
        var title = attachment?.Title ?? message.Text ?? "";
        return new()
        {
            ReceivedAt = receivedAt,
            Channel = NotificationChannel.Slack,
            Receiver = attachment?.Footer ?? "",
            Address = message.Channel ?? "",
            Status = NotificationStatus.OfTitle(title),
            Summary = title,
            Text = attachment?.Text ?? message.Text ?? "",
            Labels = LabelText.Parse(attachment?.Fields?.FirstOrDefault(field => field?.Title == "Labels")?.Value),
        };
    }
}
