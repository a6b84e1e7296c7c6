using System.Collections.Concurrent;
using System.Net;
using Kthena.Lookout.Settings;

namespace Kthena.Lookout.Proxy;

/// <summary>A pool of connections for each upstream.</summary>
internal sealed class UpstreamClients : IDisposable
{
    // A stream holds one as long as its page is open.
    private const int MostConnections = 128;

    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _clients = [];

    public HttpMessageInvoker For(Upstream upstream) => _clients.GetOrAdd(upstream.Name, static _ => Create());

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private static HttpMessageInvoker Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = s_connectTimeout,
        MaxConnectionsPerServer = MostConnections,
        // A server that moved to another address is found again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        UseProxy = false,
    });
}
