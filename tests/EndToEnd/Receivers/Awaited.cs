using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Receivers;

/// <summary>A notification that is waited for.</summary>
/// <param name="Alert">The alert's name.</param>
/// <param name="Labels">Labels that it must have, among others.</param>
/// <param name="Text">What a person must read in it.</param>
/// <param name="Receiver">Where it must come to.</param>
/// <param name="Channel">And how.</param>
/// <param name="Status"><see cref="NotificationStatus.Firing"/> or <see cref="NotificationStatus.Resolved"/>.</param>
/// <param name="Since">Earlier ones do not count.</param>
internal sealed record Awaited(
    string Alert, IReadOnlyDictionary<string, string> Labels, string Text, string Receiver, NotificationChannel Channel, string Status, DateTimeOffset Since)
{
    public NotificationFilter Filter => new() { AlertName = Alert, Status = Status, Channel = Channel, Receiver = Receiver, After = Since };

    // A message of several alerts has only the labels that all of them share; its text has the rest.
    public bool Is(Notification notification) => notification.Text.Contains(Text, StringComparison.Ordinal)
        && Labels.All(label => notification.Labels.TryGetValue(label.Key, out var value) ? value == label.Value : Channel != NotificationChannel.Webhook && Text.Length > 0);

    public override string ToString()
        => $"'{Status} {Alert}{{{string.Join(", ", Labels.Select(label => $"{label.Key}=\"{label.Value}\""))}}}' at {Receiver} by {Channel}";
}
