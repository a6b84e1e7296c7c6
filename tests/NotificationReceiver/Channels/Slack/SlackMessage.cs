namespace Kthena.NotificationReceiver.Channels.Slack;

/// <summary>The part of a Slack message that Alertmanager fills (https://api.slack.com/messaging/webhooks).</summary>
/// <param name="Channel">Where it is shown.</param>
/// <param name="Text">The text above the attachments.</param>
/// <param name="Attachments">What Alertmanager says is in the first.</param>
internal sealed record SlackMessage(string? Channel, string? Text, IReadOnlyList<SlackAttachment?>? Attachments);

/// <summary>A block with a coloured edge.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text, in Slack's mark-up.</param>
/// <param name="Fallback">The same for where attachments are not shown.</param>
/// <param name="Footer">The line below.</param>
/// <param name="Fields">Small tables of titles and values.</param>
internal sealed record SlackAttachment(string? Title, string? Text, string? Fallback, string? Footer, IReadOnlyList<SlackField?>? Fields);

/// <summary>One field.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Value">What it says.</param>
internal sealed record SlackField(string? Title, string? Value);
