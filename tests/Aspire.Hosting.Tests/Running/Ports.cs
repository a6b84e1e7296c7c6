using System.Net;
using Aspire.Hosting.Orchestration.Endpoints;

namespace Aspire.Hosting.Tests.Running;

internal static class Ports
{
    public static bool IsFree(int port) => LoopbackPorts.IsFree(IPAddress.Loopback, port);
}
