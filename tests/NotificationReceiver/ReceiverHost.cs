using System.Net;
using Kthena.NotificationReceiver.Channels.Email;
using Kthena.NotificationReceiver.Notifications;
using Prometheus;

namespace Kthena.NotificationReceiver;

/// <summary>
/// The receiver inside a test: every channel on a free port of loopback, what came as an observable log, and a behaviour for each channel.
/// </summary>
/// <example>
/// <code>
/// await using var receiver = await ReceiverHost.StartAsync(cancellationToken: cancellation);
/// receiver.Behaviours[NotificationChannel.Slack] = ChannelBehaviour.Failing(500);
/// var page = await receiver.Log.FirstAsync(new() { AlertName = "HighErrorRate", Channel = NotificationChannel.PagerDuty }, cancellation);
/// </code>
/// </example>
public sealed class ReceiverHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReceiverHost(WebApplication app)
    {
        _app = app;
        var http = new Uri(app.Urls.Single());
        var token = app.Services.GetRequiredService<ReceiverOptions>().Token;
        Http = http;
        Webhook = new Uri(http, "notifications");
        Slack = new Uri(http, string.IsNullOrEmpty(token) ? "slack" : $"slack/{Uri.EscapeDataString(token)}");
        PagerDuty = new Uri(http, "v2/enqueue");
        Smtp = app.Services.GetRequiredService<SmtpListener>().EndPoint;
    }

    /// <summary>The base URL of everything that speaks HTTP.</summary>
    public Uri Http { get; }

    /// <summary>Where Alertmanager's webhooks go.</summary>
    public Uri Webhook { get; }

    /// <summary>A Slack incoming webhook, with the token when there is one.</summary>
    public Uri Slack { get; }

    /// <summary>PagerDuty's Events API v2.</summary>
    public Uri PagerDuty { get; }

    /// <summary>The SMTP server; its text is host and port, as <c>smtp_smarthost</c> takes them.</summary>
    public IPEndPoint Smtp { get; }

    /// <summary>What came.</summary>
    public NotificationLog Log => _app.Services.GetRequiredService<NotificationLog>();

    /// <summary>How each channel answers; may be changed at any time.</summary>
    public ChannelBehaviours Behaviours => _app.Services.GetRequiredService<ChannelBehaviours>();

    /// <summary>Starts a receiver; it takes notifications on every channel when this returns.</summary>
    /// <param name="options">The token and the port of SMTP; by default no token and a free port.</param>
    /// <param name="timeProvider">The clock of arrival times and delays; the system's when left out.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port of SMTP is taken.</exception>
    public static async Task<ReceiverHost> StartAsync(
        ReceiverOptions? options = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton(timeProvider ?? TimeProvider.System);
        builder.Services.AddSingleton<IMetricFactory>(Metrics.WithCustomRegistry(Metrics.NewCustomRegistry()));
        builder.AddNotificationReceiver(options ?? new());
        var app = builder.Build();
        try
        {
            app.MapNotificationReceiver();
            await app.StartAsync(cancellationToken);
            return new ReceiverHost(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it; connections that are open are closed.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
