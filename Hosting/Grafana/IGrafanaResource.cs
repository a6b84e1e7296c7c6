using Aspire.Hosting.Grafana;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Grafana: a container, the real binary as a process, or what stands in for it.</summary>
public interface IGrafanaResource : IConfiguredResource
{
    internal const string PrimaryEndpointName = "http";

    /// <summary>Where people look at the dashboards.</summary>
    EndpointReference PrimaryEndpoint => new(this, PrimaryEndpointName);

    /// <summary>The base of URLs such as <c>/d/{uid}</c>: something answers to them, whatever carries it.</summary>
    ReferenceExpression UrlExpression => ReferenceExpression.Create($"{PrimaryEndpoint}");

    /// <summary>Whether it is only the address of something else that shows the same dashboards.</summary>
    internal bool IsStandIn => this is GrafanaStandInResource;
}
