using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Timeline;

/// <summary>That an alert fires with certain labels, reaches its receivers in time and, when the fault is over, resolves.</summary>
internal sealed class AlertExpectation
{
    // How much later than its window and waits allow it may come before it counts as lost.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_resolution = TimeSpan.FromSeconds(90);

    private readonly string _alert;
    private Dictionary<string, string> _labels = [];
    private string _text = "";
    private IReadOnlyList<string> _receivers = [];
    private string? _job = "kthena-models";
    private Func<AlertingStack, CancellationToken, Task<TimeSpan>> _fill = (_, _) => Task.FromResult(Fill.None);

    private AlertExpectation(string alert) => _alert = alert;

    public static AlertExpectation Of(string alert) => new(alert);

    /// <summary>The labels that it must have, among others.</summary>
    public AlertExpectation Firing(params (string Name, string Value)[] labels)
    {
        _labels = labels.ToDictionary(label => label.Name, label => label.Value);
        return this;
    }

    /// <summary>What a person must read in it.</summary>
    public AlertExpectation Saying(string text)
    {
        _text = text;
        return this;
    }

    /// <summary>Who is told, each through every channel that it has.</summary>
    public AlertExpectation At(params string[] receivers)
    {
        _receivers = receivers;
        return this;
    }

    /// <summary>The job whose scrape shows the fault.</summary>
    public AlertExpectation SeenThrough(string job)
    {
        _job = job;
        return this;
    }

    /// <summary>Prometheus has stored what shows the fault already.</summary>
    public AlertExpectation SeenAlready()
    {
        _job = null;
        return this;
    }

    /// <summary>How long the fault takes to fill the alert's window.</summary>
    public AlertExpectation Within(TimeSpan fill) => Within((_, _) => Task.FromResult(fill));

    /// <summary>How long the fault takes to fill the alert's window, asked just before it begins.</summary>
    public AlertExpectation Within(Func<AlertingStack, CancellationToken, Task<TimeSpan>> fill)
    {
        _fill = fill;
        return this;
    }

    public Task<TimeSpan> FillAsync(AlertingStack stack, CancellationToken cancellationToken) => _fill(stack, cancellationToken);

    public async Task<Announcement> AnnouncedAsync(AlertingStack stack, DateTimeOffset began, TimeSpan fill, CancellationToken cancellationToken)
    {
        var rule = stack.Rule(_alert, _labels);
        var bound = fill + rule.Pending + stack.Groups.Wait + s_tolerance;
        var notifications = await Task.WhenAll(Await(NotificationStatus.Firing, began).Select(awaited => stack.Inbox.FirstAsync(awaited, bound, cancellationToken)));
        foreach (var notification in notifications) NotificationText.Check(notification);

        var startsAt = await KnownAsync($"The start of {this}", bound, cancellation => stack.History.StartAsync(_alert, _labels, began, cancellation), cancellationToken);
        var scraped = _job is null
            ? began
            : await KnownAsync($"A scrape of {_job}", bound, cancellation => stack.Scrapes.FirstEndAsync(_job, began + fill, cancellation), cancellationToken);
        var first = notifications.MinBy(notification => notification.ReceivedAt)!;
        var floor = Floor.Of(began, scraped, startsAt, rule.Interval, rule.Pending, stack.Groups.WaitOf(first, startsAt));
        return new Announcement(startsAt, new AlertTime(_alert, first.ReceivedAt - began, floor));
    }

    public Task ResolvedAsync(AlertingStack stack, Announcement announcement, CancellationToken cancellationToken) => Task.WhenAll(
        Await(NotificationStatus.Resolved, announcement.StartsAt).Select(awaited => stack.Inbox.FirstAsync(awaited, s_resolution, cancellationToken)));

    private IEnumerable<Awaited> Await(string status, DateTimeOffset since)
        => _receivers.SelectMany(Receiver.Channels, (receiver, channel) => new Awaited(_alert, _labels, _text, receiver, channel, status, since));

    private static async Task<DateTimeOffset> KnownAsync(
        string what, TimeSpan bound, Func<CancellationToken, Task<DateTimeOffset?>> ask, CancellationToken cancellationToken)
        => (DateTimeOffset)await Eventually.GetAsync<object>(what, bound, async cancellation => await ask(cancellation), cancellationToken);

    public override string ToString() => $"{_alert}{{{string.Join(", ", _labels.Select(label => $"{label.Key}=\"{label.Value}\""))}}}";
}
