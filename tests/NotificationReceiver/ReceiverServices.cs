using Kthena.NotificationReceiver.Channels.Email;
using Kthena.NotificationReceiver.Channels.PagerDuty;
using Kthena.NotificationReceiver.Channels.Slack;
using Kthena.NotificationReceiver.Channels.Webhook;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver;

/// <summary>What the service and <see cref="ReceiverHost"/> have in common.</summary>
internal static class ReceiverServices
{
    // A group of a thousand alerts fits.
    private const int MostBytes = 2 << 20;

    public static void AddNotificationReceiver(this WebApplicationBuilder builder, ReceiverOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MostBytes);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<NotificationLog>();
        builder.Services.AddSingleton<NotificationMetrics>();
        builder.Services.AddSingleton<ChannelBehaviours>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<SmtpListener>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SmtpListener>());
    }

    public static void MapNotificationReceiver(this WebApplication app)
    {
        // Created now, so that its counters are there before the first message.
        app.Services.GetRequiredService<NotificationMetrics>();
        var token = app.Services.GetRequiredService<ReceiverOptions>().Token;
        app.MapNotifications(token);
        app.MapWebhook(token);
        app.MapSlack(token);
        app.MapPagerDuty(token);
    }
}
