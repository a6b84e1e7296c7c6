using System.Net;
using Kthena.NotificationReceiver.Notifications;
using SmtpServer;
using SmtpServer.Net;

namespace Kthena.NotificationReceiver.Channels.Email;

/// <summary>A mail server on loopback: it takes any message of at most 1 MiB, from whoever knows the token.</summary>
internal sealed class SmtpListener(ReceiverOptions options, Intake intake, NotificationMetrics metrics) : IHostedService
{
    private const int MostBytes = 1 << 20;

    private SmtpServer.SmtpServer? _server;
    private Task _running = Task.CompletedTask;

    /// <summary>Where it listens, once it has started.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, endpoint) => started.TrySetResult((IPEndPoint)endpoint.LocalEndPoint);
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add(listeners);
        parts.Add(new MailStore(intake, metrics));
        if (!string.IsNullOrEmpty(options.Token))
            parts.Add(new TokenAuthenticator(options.Token));

        _server = new SmtpServer.SmtpServer(Settings(), parts);
        try
        {
            _running = _server.StartAsync(CancellationToken.None);
            await await Task.WhenAny(started.Task, _running).WaitAsync(cancellationToken);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new IOException($"SMTP cannot listen on port {options.SmtpPort}: {e.Message}", e);
        }

        EndPoint = await started.Task;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _server?.Shutdown();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private ISmtpServerOptions Settings() => new SmtpServerOptionsBuilder()
        .ServerName("notification-receiver")
        .MaxMessageSize(MostBytes, MaxMessageSizeHandling.Strict)
        .CommandWaitTimeout(TimeSpan.FromSeconds(30))
        .Endpoint(endpoint => endpoint
            .Endpoint(new IPEndPoint(IPAddress.Loopback, options.SmtpPort))
            .AuthenticationRequired(!string.IsNullOrEmpty(options.Token))
            .AllowUnsecureAuthentication()) // loopback only
        .Build();
}
