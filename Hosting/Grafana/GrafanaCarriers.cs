using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Grafana;

internal sealed class GrafanaContainerResource(string name) : ContainerResource(name), IGrafanaResource;

internal sealed class GrafanaExecutableResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IGrafanaResource;

/// <summary>An address and nothing else: it is not part of the model, and nothing runs for it.</summary>
internal sealed class GrafanaStandInResource(string name, EndpointReference endpoint) : Resource(name), IGrafanaResource
{
    EndpointReference IGrafanaResource.PrimaryEndpoint => endpoint;
}
