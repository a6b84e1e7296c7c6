using System.Collections.Concurrent;

namespace Kthena.NotificationReceiver.Notifications;

/// <summary>The behaviour of each channel; <see cref="ChannelBehaviour.Normal"/> until another is set.</summary>
public sealed class ChannelBehaviours
{
    private readonly ConcurrentDictionary<NotificationChannel, ChannelBehaviour> _behaviours = new();

    /// <summary>How a channel answers from now on; what waits already keeps its delay.</summary>
    public ChannelBehaviour this[NotificationChannel channel]
    {
        get => _behaviours.GetValueOrDefault(channel, ChannelBehaviour.Normal);
        set => _behaviours[channel] = value;
    }
}
