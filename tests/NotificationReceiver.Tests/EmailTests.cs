using Kthena.NotificationReceiver.Notifications;

namespace Kthena.NotificationReceiver.Tests;

public sealed class EmailTests : IAsyncLifetime
{
    private const string Mail = """
        From: alerts@kthena.example
        To: oncall@kthena.example
        Subject: =?utf-8?q?[RESOLVED]_critical_HighErrorRate:_Gr=C3=BC=C3=9Fe?=
        X-Alertmanager-Receiver: paging
        X-Alertmanager-Labels: {alertname="HighErrorRate", model_id="a", severity="critical"}
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=part

        --part
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        6 =25 of requests fail
        --part
        Content-Type: text/html; charset=UTF-8

        <p>6 % of requests fail</p>
        --part--
        """;

    private ReceiverHost _receiver = null!;

    [Fact]
    public async Task A_mail_is_taken_apart_and_listed()
    {
        using var session = await SmtpSession.OpenAsync(_receiver.Smtp);
        Assert.StartsWith("235", await session.AuthenticateAsync("alertmanager", "s3cret"), StringComparison.Ordinal);

        Assert.StartsWith("250", await session.SendAsync(Mail), StringComparison.Ordinal);

        var mail = Assert.Single(_receiver.Log.Find(new() { Channel = NotificationChannel.Email, ModelId = "a" }));
        Assert.Equal(("paging", "oncall@kthena.example", "resolved", "HighErrorRate"), (mail.Receiver, mail.Address, mail.Status, mail.AlertName));
        Assert.Equal("[RESOLVED] critical HighErrorRate: Grüße", mail.Summary);
        Assert.Equal(("6 % of requests fail", "<p>6 % of requests fail</p>"), (mail.Text.Trim(), mail.Html.Trim()));
    }

    [Fact]
    public async Task Without_the_token_no_mail_is_taken()
    {
        using var session = await SmtpSession.OpenAsync(_receiver.Smtp);
        Assert.StartsWith("535", await session.AuthenticateAsync("alertmanager", "guessed"), StringComparison.Ordinal);

        Assert.StartsWith("530", await session.SendAsync(Mail), StringComparison.Ordinal);
        Assert.Empty(_receiver.Log.Find(new()));
    }

    [Fact]
    public async Task A_mail_over_the_limit_is_refused()
    {
        using var session = await SmtpSession.OpenAsync(_receiver.Smtp);
        await session.AuthenticateAsync("alertmanager", "s3cret");

        Assert.StartsWith("552", await session.SendAsync(Mail + string.Concat(Enumerable.Repeat($"\r\n{new string('x', 900)}", 1200))), StringComparison.Ordinal);
        Assert.Empty(_receiver.Log.Find(new()));
    }

    [Fact]
    public async Task A_mail_server_that_is_told_to_fail_asks_to_try_again()
    {
        _receiver.Behaviours[NotificationChannel.Email] = ChannelBehaviour.Failing(500);
        using var session = await SmtpSession.OpenAsync(_receiver.Smtp);
        await session.AuthenticateAsync("alertmanager", "s3cret");

        Assert.StartsWith("451", await session.SendAsync(Mail), StringComparison.Ordinal);
        Assert.Empty(_receiver.Log.Find(new()));
        Assert.Single(_receiver.Log.Find(new() { Accepted = false }));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        var error = await Assert.ThrowsAsync<IOException>(
            () => ReceiverHost.StartAsync(new() { SmtpPort = _receiver.Smtp.Port }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains($"port {_receiver.Smtp.Port}", error.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() =>
        _receiver = await ReceiverHost.StartAsync(new() { Token = "s3cret" }, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
