using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Kthena.NotificationReceiver;
using Kthena.StackTesting;
using Kthena.StackTesting.Scaling;

namespace Kthena.Integration.Tests.Alerting;

/// <summary>The real Alertmanager with the repository's configuration, time divided by <see cref="DurationScale.Factor"/>, and receivers inside the test.</summary>
public sealed class AlertmanagerGraph : IAsyncDisposable
{
    private const string Token = "a-token-of-the-tests";
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("kthena-state-");
    private readonly ScaledContent _content = ScaledContent.Of(Repository.Root);
    private HttpClient? _http;
    private DistributedApplication? _app;

    private AlertmanagerGraph(ReceiverHost receiver) => Receiver = receiver;

    public ReceiverHost Receiver { get; }

    public AlertmanagerClient Alertmanager => new(_http!, TimeProvider.System);

    public Uri Url => _http!.BaseAddress!;

    /// <param name="configure">Changes <c>alertmanager.yml</c> before the start.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<AlertmanagerGraph> StartAsync(Func<string, string>? configure, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_startTimeout);
        var graph = new AlertmanagerGraph(await ReceiverHost.StartAsync(new() { Token = Token }, cancellationToken: timeout.Token));
        try
        {
            await graph.StartAlertmanagerAsync(configure ?? (text => text), timeout.Token);
            return graph;
        }
        catch
        {
            await graph.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await Receiver.DisposeAsync();
        _http?.Dispose();
        _content.Dispose();
        _state.Delete(recursive: true);
    }

    private async Task StartAlertmanagerAsync(Func<string, string> configure, CancellationToken cancellationToken)
    {
        var file = Path.Join(_content.Directory, "config", "alertmanager", "alertmanager.yml");
        await File.WriteAllTextAsync(file, configure(await File.ReadAllTextAsync(file, cancellationToken)), cancellationToken);

        var builder = DistributedApplication.CreateBuilder(
            ["--Stack:Runtime=processes", $"--Stack:State={_state.FullName}", $"--Stack:Tools={Path.Join(Repository.Root, ".tools", "bin")}"]);
        var token = builder.AddParameter("token", Token, secret: true);
        var alertmanager = builder.AddAlertmanager("alertmanager")
            .WithConfig(Path.GetDirectoryName(file)!)
            .WithUrlFile("webhook", Expression(Receiver.Webhook))
            .WithUrlFile("slack", Expression(Receiver.Slack))
            .WithPagerDutyUrl(Expression(Receiver.PagerDuty))
            .WithSmtp(Expression(Receiver.Smtp), requireTls: false)
            .WithSecretFile("webhook-token", token)
            .WithSecretFile("pagerduty-routing-key", token)
            .WithSecretFile("smtp-password", token);
        _app = builder.Build();
        await _app.StartAsync(cancellationToken);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("alertmanager", cancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(alertmanager.GetEndpoint("http").Url) };
    }

    private static ReferenceExpression Expression(object value) => ReferenceExpression.Create($"{value.ToString()}");
}
