using Aspire.Hosting.Prometheus;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Prometheus server: a container, or the real binary as a process.</summary>
public interface IPrometheusResource : IConfiguredResource
{
    internal const string PrimaryEndpointName = "http";

    /// <summary>The HTTP API, and the web page where the build has one.</summary>
    EndpointReference PrimaryEndpoint => new(this, PrimaryEndpointName);

    /// <summary>How often the graph's targets are scraped, in Prometheus' notation (<c>2s</c>); null where <c>prometheus.yml</c> decides.</summary>
    string? ScrapeInterval => this.TryGetLastAnnotation<ScrapeIntervalAnnotation>(out var interval) ? interval.Text : null;
}

internal sealed class PrometheusContainerResource(string name) : ContainerResource(name), IPrometheusResource;

internal sealed class PrometheusExecutableResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IPrometheusResource;
