using Kthena.NotificationReceiver.Notifications;

namespace Kthena.EndToEnd.Tests.Receivers;

/// <summary>What every notification must let its reader know, whatever its channel.</summary>
internal static class NotificationText
{
    // What Go's templates write in the place of what they do not find.
    private static readonly string[] s_broken = ["<no value>", "<nil>", "error expanding", "%!"];

    public static void Check(Notification notification)
    {
        var text = string.Join('\n', [
            notification.Summary, notification.Text, notification.Html, .. notification.Annotations.Values, .. notification.Links.Values]);
        Assert.NotEmpty(notification.Summary);
        Assert.Contains($"/runbooks/{notification.AlertName}.md", text, StringComparison.Ordinal);
        foreach (var broken in s_broken) Assert.DoesNotContain(broken, text, StringComparison.Ordinal);
        if (notification.Labels.GetValueOrDefault("model_id") is { } model) Assert.Contains(model, text, StringComparison.Ordinal);
    }
}
