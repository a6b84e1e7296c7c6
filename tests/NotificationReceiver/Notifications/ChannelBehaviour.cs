namespace Kthena.NotificationReceiver.Notifications;

/// <summary>How a channel answers.</summary>
/// <param name="Status">The HTTP status of the answer, null for the usual one; by SMTP every status is 451, which asks to try again.</param>
/// <param name="Delay">How long the answer takes.</param>
public sealed record ChannelBehaviour(int? Status, TimeSpan Delay)
{
    /// <summary>Takes everything at once.</summary>
    public static ChannelBehaviour Normal { get; } = new(Status: null, TimeSpan.Zero);

    /// <summary>Refuses everything with an HTTP status of 400 to 599.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static ChannelBehaviour Failing(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return new(status, TimeSpan.Zero);
    }

    /// <summary>Takes everything after a delay.</summary>
    public static ChannelBehaviour Slow(TimeSpan delay) => new(Status: null, delay);
}
