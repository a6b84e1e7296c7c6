namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Prometheus server: a container, or the real binary as a process.</summary>
public interface IPrometheusResource : IConfiguredResource
{
    internal const string PrimaryEndpointName = "http";

    /// <summary>The HTTP API, and the web page where the build has one.</summary>
    EndpointReference PrimaryEndpoint => new(this, PrimaryEndpointName);
}

internal sealed class PrometheusContainerResource(string name) : ContainerResource(name), IPrometheusResource;

internal sealed class PrometheusExecutableResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IPrometheusResource;
