using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>
/// Gives each endpoint of each instance the port that the process itself listens on: there are no proxies. The first instance's addresses are
/// the resource's addresses.
/// </summary>
internal static class EndpointAllocation
{
    public static IReadOnlyDictionary<EndpointAnnotation, AllocatedEndpoint> Allocate(IResource resource, int instance) =>
        resource.Annotations.OfType<EndpointAnnotation>().ToDictionary(e => e, e => Allocate(resource, e, instance));

    /// <summary>Says who has the port before a process fails over it.</summary>
    /// <exception cref="DistributedApplicationException">A port is taken.</exception>
    public static void ThrowIfTaken(IResource resource, IEnumerable<AllocatedEndpoint> endpoints)
    {
        foreach (var allocated in endpoints.Where(e => e.Endpoint.Protocol == ProtocolType.Tcp))
        {
            var address = allocated.BindingMode == EndpointBindingMode.SingleAddress && IPAddress.TryParse(allocated.Address, out var single) ? single : IPAddress.Any;
            if (!LoopbackPorts.IsFree(address, allocated.Port))
                throw new DistributedApplicationException($"Resource '{resource.Name}' cannot start: its endpoint '{allocated.Endpoint.Name}' needs port {allocated.Port}, and another process listens on it. End that process or choose another port.");
        }
    }

    private static AllocatedEndpoint Allocate(IResource resource, EndpointAnnotation endpoint, int instance)
    {
        // A container's target port is what its image would listen on in a network of its own. On the host's network two graphs would meet there.
        var fixedPort = endpoint.Port ?? (resource.IsContainer() ? null : endpoint.TargetPort);
        if (fixedPort is 0)
            fixedPort = null;
        if (instance > 0 && fixedPort is not null)
            throw new DistributedApplicationException($"Resource '{resource.Name}' cannot have replicas: its endpoint '{endpoint.Name}' has the fixed port {fixedPort}, and each replica listens on a port of its own.");

        var port = fixedPort ?? LoopbackPorts.Next();
        var (address, mode) = LoopbackAddress.ClientAddress(endpoint);
        var target = port.ToString(CultureInfo.InvariantCulture);
        var allocated = new AllocatedEndpoint(endpoint, address, port, mode, target, endpoint.DefaultNetworkID);
        if (instance == 0)
        {
            endpoint.AllocatedEndpoint = allocated;
            // Containers run on the host's network.
            endpoint.AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(KnownNetworkIdentifiers.DefaultAspireContainerNetwork,
                new(endpoint, address, port, mode, target, KnownNetworkIdentifiers.DefaultAspireContainerNetwork));
        }

        return allocated;
    }
}
