using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.NotificationReceiver;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>The whole graph in scaled time, with several models under steady load, and with receivers inside this process.</summary>
internal sealed class AlertingStack : IAsyncDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(30);

    // A budget that was burnt stays a ticket for longer than any test.
    private static readonly string[] s_lasting = ["KthenaHighErrorRate", "KthenaHighLatency"];

    private readonly ReceiverHost _receivers;
    private readonly ModelCopies _copies;
    private IReadOnlyList<LoadedAlert> _rules = [];

    private AlertingStack(RunningGraph graph, ReceiverHost receivers, ModelCopies copies)
    {
        _copies = copies;
        Graph = graph;
        _receivers = receivers;
        Inbox = new(receivers);
        History = new(graph.Prometheus);
        Scrapes = new(graph.Prometheus);
        Groups = new(new AlertmanagerTimes(graph.Content), Inbox);
    }

    public RunningGraph Graph { get; }

    public Inbox Inbox { get; }

    public AlertHistory History { get; }

    public Scrapes Scrapes { get; }

    /// <summary>How each channel answers.</summary>
    public ChannelBehaviours Channels => _receivers.Behaviours;

    /// <summary>How long groups of alerts wait.</summary>
    public GroupTicks Groups { get; }

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>Starts it, and waits until everything is scraped, Alertmanager is known and no alert is active.</summary>
    public static async Task<AlertingStack> StartAsync(AlertingOptions options, CancellationToken cancellationToken)
    {
        var receivers = await ReceiverHost.StartAsync(cancellationToken: cancellationToken);
        var copies = ModelCopies.Of(options.Models);
        AlertingStack? stack = null;
        try
        {
            stack = new AlertingStack(await options.StartGraphAsync(receivers, copies, cancellationToken), receivers, copies);
            await stack.IsQuietAsync(cancellationToken);
            await stack.IsUnderLoadAsync(options, cancellationToken);
            stack._rules = await stack.Graph.Prometheus.AlertsAsync(cancellationToken);
            return stack;
        }
        catch
        {
            await (stack?.DisposeAsync() ?? receivers.DisposeAsync());
            if (stack is null) copies.Dispose();
            throw;
        }
    }

    /// <summary>Waits until everything is up, no alert but the tickets of budgets is active, and the end of all that were is announced.</summary>
    public async Task IsQuietAsync(CancellationToken cancellationToken)
    {
        await Graph.IsQuietAsync(s_quiet, cancellationToken, s_lasting);
        await Eventually.IsTrueAsync("The end of every alert being announced", s_quiet, _ => Task.FromResult(Inbox.IsSettled(s_lasting)), cancellationToken);
    }

    private Task IsUnderLoadAsync(AlertingOptions options, CancellationToken cancellationToken)
        => Eventually.IsTrueAsync("Every model getting its requests", s_quiet, async cancellation => (await Graph.Prometheus.QueryAsync(
            $"sum by (model_id) (rate(kthena_inference_requests_total{{status=\"200\"}}[1s])) > {AlertingOptions.RequestsPerSecondAndModel * 0.8}", cancellation)).Count == options.Models.Count, cancellationToken);

    /// <summary>The loaded rule of an alert that can have these labels.</summary>
    public LoadedAlert Rule(string alert, IReadOnlyDictionary<string, string> labels) => _rules.First(rule =>
        rule.Name == alert && rule.Labels.All(label => labels.GetValueOrDefault(label.Key, label.Value) == label.Value));

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        await Inbox.DisposeAsync();
        await _receivers.DisposeAsync();
        _copies.Dispose();
    }
}
