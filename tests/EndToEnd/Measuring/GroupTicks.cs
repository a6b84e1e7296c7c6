using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>
/// When a group of alerts may next be told: a new one after <c>group_wait</c>, one that there was at the next tick of its <c>group_interval</c>, counted from its last
/// message. Alertmanager does not say whether it has a group whose alerts have all ended; what came before the tick did not wait for it.
/// </summary>
internal sealed class GroupTicks(AlertmanagerTimes times, Inbox inbox)
{
    /// <summary>How long a new group waits.</summary>
    public TimeSpan Wait => times.GroupWait;

    /// <summary>How long an alert that begins to fire at a moment waits for its group.</summary>
    /// <param name="alert">The message that says so.</param>
    /// <param name="startsAt">When it begins to fire.</param>
    public TimeSpan WaitOf(Notification alert, DateTimeOffset startsAt)
    {
        var last = inbox.All.LastOrDefault(earlier => earlier.ReceivedAt < startsAt && earlier.Receiver == alert.Receiver && earlier.AlertName == alert.AlertName
            && earlier.Severity == alert.Severity && ModelOf(earlier) == ModelOf(alert));
        if (last is null) return Wait;

        var tick = Grid.FirstAtOrAfter(startsAt, last.ReceivedAt, times.GroupInterval(alert.Receiver));
        return alert.ReceivedAt < tick ? Wait : tick - startsAt;
    }

    private static string? ModelOf(Notification notification) => notification.Labels.GetValueOrDefault("model_id");
}
