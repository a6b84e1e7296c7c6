using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kthena.NotificationReceiver.Tests;

/// <summary>A conversation with a mail server, line by line (RFC 5321).</summary>
public sealed class SmtpSession : IDisposable
{
    private readonly TcpClient _tcp;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private SmtpSession(TcpClient tcp)
    {
        _tcp = tcp;
        _reader = new StreamReader(tcp.GetStream(), Encoding.ASCII);
        _writer = new StreamWriter(tcp.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SmtpSession> OpenAsync(IPEndPoint server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var tcp = new TcpClient();
        await tcp.ConnectAsync(server, Cancellation);
        var session = new SmtpSession(tcp);
        await session.AnswerAsync();
        await session.SayAsync("EHLO test");
        return session;
    }

    /// <summary>Says a line; the last line of the answer comes back.</summary>
    public async Task<string> SayAsync(string line)
    {
        await _writer.WriteLineAsync(line.AsMemory(), Cancellation);
        return await AnswerAsync();
    }

    public async Task<string> AuthenticateAsync(string user, string password)
        => await SayAsync($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"))}");

    /// <summary>Sends a mail; the answer to it comes back, or the first that refuses.</summary>
    public async Task<string> SendAsync(string message)
    {
        foreach (var line in (string[])["MAIL FROM:<alerts@kthena.example>", "RCPT TO:<oncall@kthena.example>", "DATA"])
        {
            var answer = await SayAsync(line);
            if (answer[0] is not ('2' or '3')) return answer;
        }

        return await SayAsync(message.ReplaceLineEndings("\r\n") + "\r\n.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _tcp.Dispose();
    }

    private async Task<string> AnswerAsync()
    {
        string? line;
        do
        {
            line = await _reader.ReadLineAsync(Cancellation);
        }
        while (line is [_, _, _, '-', ..]);
        return line ?? "";
    }
}
