using System.Net.Sockets;
using System.Text;

namespace Kthena.SampleModelServer.Tests;

/// <summary>A <c>POST /classify</c> whose body comes piece by piece, on a connection of its own.</summary>
internal sealed class SlowRequest : IDisposable
{
    private readonly TcpClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SlowRequest> BeginAsync(Uri server, string part, int declared)
    {
        var request = new SlowRequest();
        await request._client.ConnectAsync(server.Host, server.Port, Cancellation);
        await request.SendAsync(
            $"POST /classify HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {declared}\r\n\r\n{part}");
        return request;
    }

    public async Task SendAsync(string part) => await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(part), Cancellation);

    /// <summary>The whole answer, with its status line and headers.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(Cancellation);
    }

    public void Dispose() => _client.Dispose();
}
