using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kthena.Lookout.Tests.Serving;

/// <summary>Bytes on the wire, as no well-behaved client sends them.</summary>
internal static class RawRequest
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    /// <summary>The status of the first answer; 0 when the server just closes the connection.</summary>
    public static async Task<int> StatusAsync(Uri server, string request)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_bound);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, timeout.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), timeout.Token);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(timeout.Token) ?? "";
        return line.Split(' ') is [_, var status, ..] ? int.Parse(status, CultureInfo.InvariantCulture) : 0;
    }

    public static Task<int> GetAsync(Uri server, string target, params string[] headers) => StatusAsync(
        server, string.Join("\r\n", [$"GET {target} HTTP/1.1", $"Host: {server.Authority}", "Connection: close", .. headers, "", ""]));
}
