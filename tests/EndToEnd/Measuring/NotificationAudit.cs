using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>
/// Compares every time that an alert fired in Prometheus with what came to the receivers: nothing is lost, late, or said twice. Those that another alert
/// mutes need not be announced.
/// </summary>
internal sealed class NotificationAudit(AlertingStack stack)
{
    // Prometheus evaluates every 300 ms here; an evaluation may be missed on a busy machine.
    private static readonly TimeSpan s_longestGap = TimeSpan.FromSeconds(1);

    // group_interval of all but pages, 5 minutes, and what a busy machine adds.
    private static readonly TimeSpan s_latest = TimeSpan.FromSeconds(6 + 9);

    // group_interval of all that a webhook is told. Alertmanager keeps a group that is empty for up to 30 s more, whatever the configuration.
    private static readonly TimeSpan s_groupInterval = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_groupKept = s_groupInterval + TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_sameMoment = TimeSpan.FromMilliseconds(2);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var end = stack.Time.GetUtcNow();
        var episodes = (await stack.History.EpisodesAsync(s_longestGap, cancellationToken)).Where(episode => episode.Labels["alertname"] != "Watchdog").ToList();
        var webhook = stack.Inbox.All.Where(notification => notification is { Channel: NotificationChannel.Webhook, Accepted: true }).ToList();

        Assert.NotEmpty(episodes);
        foreach (var episode in episodes.Where(episode => !Muting.IsMuted(episode, episodes, untilTold: s_latest)))
        {
            foreach (var receiver in Receiver.Of(episode.Labels).Where(name => Receiver.Channels(name).Contains(NotificationChannel.Webhook)))
            {
                var said = webhook.Where(notification => notification.Receiver == receiver && IsAbout(notification, episode)).ToList();
                if (!IsOverBeforeItIsTold(episode, episodes)) Announced(episode, said, receiver);
                if (end - episode.Last > s_latest && !episodes.Exists(next => FollowsAtOnce(next, episode))) Resolved(episode, said, receiver);
            }
        }

        NothingIsSaidTwice(webhook);
    }

    // A new group waits for group_wait, one that was there for the next of its intervals.
    private static bool IsOverBeforeItIsTold(FiringEpisode episode, List<FiringEpisode> episodes)
    {
        var joins = episodes.Exists(before => before.Start < episode.Start && IsSameAlert(before, episode) && episode.Start - before.Last <= s_groupKept);
        return episode.Last - episode.Start < (joins ? s_groupInterval : TimeSpan.FromSeconds(1));
    }

    private static void Announced(FiringEpisode episode, List<Notification> said, string receiver)
    {
        var announcement = said.Find(notification => notification.Status == NotificationStatus.Firing);
        Assert.True(announcement is not null, $"{Text(episode)} was not announced to {receiver}.");
        Assert.True(announcement.ReceivedAt - episode.Start <= s_latest, $"{Text(episode)} was announced to {receiver} {(announcement.ReceivedAt - episode.Start).TotalSeconds:0.0} s late.");
    }

    private static void Resolved(FiringEpisode episode, List<Notification> said, string receiver)
    {
        if (!said.Exists(notification => notification.Status == NotificationStatus.Firing)) return;
        var resolution = said.Find(notification => notification.Status == NotificationStatus.Resolved);
        Assert.True(resolution is not null, $"The end of {Text(episode)} was not announced to {receiver}.");
        Assert.True(resolution.ReceivedAt - episode.Last <= s_latest, $"The end of {Text(episode)} was announced to {receiver} {(resolution.ReceivedAt - episode.Last).TotalSeconds:0.0} s late.");
    }

    // A group of several alerts is told as a whole whenever one of them changes; one of a single alert only when that changes.
    private static void NothingIsSaidTwice(List<Notification> webhook)
    {
        var groups = webhook.Where(notification => notification.AlertName != "Watchdog")
            .GroupBy(notification => (notification.Receiver, notification.AlertName, notification.Labels.GetValueOrDefault("model_id")))
            .Where(group => group.Select(notification => notification.Fingerprint).Distinct().Count() == 1);
        foreach (var repeated in groups.SelectMany(group => group.GroupBy(notification => (notification.Fingerprint, notification.StartsAt, notification.Status))))
            Assert.True(repeated.Count() == 1, $"'{repeated.Key.Status} {repeated.First().AlertName}' since {repeated.Key.StartsAt:O} came {repeated.Count()} times to {repeated.First().Receiver}.");
    }

    private static bool IsAbout(Notification notification, FiringEpisode episode) => notification.StartsAt is { } start && (start - episode.Start).Duration() <= s_sameMoment
        && notification.Labels.Count == episode.Labels.Count && episode.Labels.All(label => notification.Labels.GetValueOrDefault(label.Key) == label.Value);

    // Alertmanager tells only the newest state when its group's interval is over.
    private static bool FollowsAtOnce(FiringEpisode next, FiringEpisode episode) => next != episode && next.Start > episode.Last
        && next.Start - episode.Last <= s_latest && IsSameAlert(next, episode);

    private static bool IsSameAlert(FiringEpisode one, FiringEpisode other)
        => one.Labels.Count == other.Labels.Count && one.Labels.All(label => other.Labels.GetValueOrDefault(label.Key) == label.Value);

    private static string Text(FiringEpisode episode)
        => $"{episode.Labels["alertname"]}{{{string.Join(", ", episode.Labels.Where(label => label.Key != "alertname").Select(label => $"{label.Key}=\"{label.Value}\""))}}} from {episode.Start:O}";
}
