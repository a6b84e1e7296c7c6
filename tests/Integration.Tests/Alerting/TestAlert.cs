using Kthena.NotificationReceiver.Notifications;

namespace Kthena.Integration.Tests.Alerting;

/// <summary>An alert in a cluster of its own, so that no other test's alert has to do with it.</summary>
public sealed class TestAlert
{
    private readonly Dictionary<string, string> _labels;

    /// <param name="cluster">The label <c>cluster</c>.</param>
    /// <param name="labels">The others, e.g. <c>HighErrorRate severity=critical model_id=a</c>; <c>service=kthena</c> when not said.</param>
    public TestAlert(string cluster, string labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var parts = labels.Split(' ');
        _labels = parts[1..].Select(label => label.Split('=')).ToDictionary(label => label[0], label => label[1]);
        _labels.TryAdd("service", "kthena");
        _labels["alertname"] = parts[0];
        _labels["cluster"] = cluster;
    }

    public IReadOnlyDictionary<string, string> Labels => _labels;

    public Dictionary<string, string> Annotations { get; } = new() { ["summary"] = "Requests fail", ["description"] = "6.2 % of requests fail." };

    public Task FireAsync(AlertmanagerGraph graph) => Of(graph).Alertmanager.FireAsync(Labels, Annotations, TestContext.Current.CancellationToken);

    public Task ResolveAsync(AlertmanagerGraph graph) => Of(graph).Alertmanager.ResolveAsync(Labels, Annotations, TestContext.Current.CancellationToken);

    /// <summary>Its notification by a channel, now or within the bound of the test.</summary>
    public async Task<Notification> NotificationAsync(AlertmanagerGraph graph, NotificationChannel channel, string status)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        var filter = new NotificationFilter { AlertName = _labels["alertname"], Channel = channel, Status = status };
        await foreach (var notification in Of(graph).Receiver.Log.ReadAllAsync(filter, bound.Token))
        {
            if (notification.Labels.GetValueOrDefault("cluster") == _labels["cluster"]) return notification;
        }

        throw new InvalidOperationException("The log has no end.");
    }

    private static AlertmanagerGraph Of(AlertmanagerGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph;
    }
}
