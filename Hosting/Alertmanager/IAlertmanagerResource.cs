namespace Aspire.Hosting.ApplicationModel;

/// <summary>An Alertmanager: a container, or the real binary as a process.</summary>
public interface IAlertmanagerResource : IConfiguredResource
{
    internal const string PrimaryEndpointName = "http";

    /// <summary>The HTTP API, and the web page where the build has one.</summary>
    EndpointReference PrimaryEndpoint => new(this, PrimaryEndpointName);
}

internal sealed class AlertmanagerContainerResource(string name) : ContainerResource(name), IAlertmanagerResource;

internal sealed class AlertmanagerExecutableResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IAlertmanagerResource;
