using System.Buffers;
using Kthena.NotificationReceiver.Notifications;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Kthena.NotificationReceiver.Channels.Email;

/// <summary>Takes a mail that was sent; our configuration says labels and Alertmanager's receiver in headers of their own.</summary>
internal sealed class MailStore(Intake intake, NotificationMetrics metrics) : MessageStore
{
    private static readonly SmtpResponse s_later = new(SmtpReplyCode.Aborted, "the receiver was told to refuse");
    private static readonly SmtpResponse s_invalid = new(SmtpReplyCode.TransactionFailed, "that is no mail");

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var receivedAt = intake.Now;
        try
        {
            using var stream = new MemoryStream(buffer.ToArray(), writable: false);
            using var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
            var refused = await intake.TakeAsync([Of(mail, transaction, receivedAt)], cancellationToken);
            return refused is null ? SmtpResponse.Ok : s_later;
        }
        catch (FormatException)
        {
            metrics.Refused(NotificationChannel.Email);
            return s_invalid;
        }
    }

    private static Notification Of(MimeMessage mail, IMessageTransaction transaction, DateTimeOffset receivedAt) => new()
    {
        ReceivedAt = receivedAt,
        Channel = NotificationChannel.Email,
        Receiver = mail.Headers["X-Alertmanager-Receiver"] ?? "",
        Address = string.Join(", ", transaction.To.Select(mailbox => mailbox.AsAddress())),
        Status = NotificationStatus.OfTitle(mail.Subject ?? ""),
        Summary = mail.Subject ?? "",
        Text = mail.TextBody ?? "",
        Html = mail.HtmlBody ?? "",
        Labels = LabelText.Parse(mail.Headers["X-Alertmanager-Labels"]),
    };
}
