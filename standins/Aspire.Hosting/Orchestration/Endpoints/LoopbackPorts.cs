using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>
/// Free ports below the kernel's ephemeral range: between the choice and the moment when the process listens, no outgoing connection can take
/// one. Each choice goes on from the last, so that two applications in one process never get the same.
/// </summary>
internal static class LoopbackPorts
{
    private const int First = 20_000;
    private const int Last = 32_000;

    private static int s_next = Random.Shared.Next(Last - First);

    /// <exception cref="DistributedApplicationException">There is none.</exception>
    public static int Next()
    {
        for (var attempt = First; attempt < Last; attempt++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref s_next) % (Last - First));
            if (IsFree(IPAddress.Loopback, port))
                return port;
        }

        throw new DistributedApplicationException($"No port between {First} and {Last} is free on {IPAddress.Loopback}.");
    }

    public static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
