namespace Kthena.NotificationReceiver;

/// <summary>How a receiver is reached; the section <c>Receiver</c> of the service's configuration.</summary>
public sealed record ReceiverOptions
{
    /// <summary>
    /// What every sender must show: to the webhook as bearer token, to Slack as the last part of the URL, to PagerDuty as routing key, by
    /// e-mail as the password of any user. Anybody may send when it is null or empty.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>The port of SMTP on loopback; a free one when it is 0.</summary>
    public int SmtpPort { get; init; }
}
