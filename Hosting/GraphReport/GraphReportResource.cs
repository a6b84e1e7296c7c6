namespace Aspire.Hosting.ApplicationModel;

/// <summary>The graph's report about itself, served inside the AppHost: its resources, and their replicas as metrics.</summary>
/// <param name="name">The resource's name.</param>
public sealed class GraphReportResource(string name) : Resource(name), IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal const string PrimaryEndpointName = "http";

    /// <summary>Serves <c>/resources</c> (JSON), <c>/metrics</c> and, where it has a folder of them, <c>/runbooks</c>.</summary>
    public EndpointReference PrimaryEndpoint => new(this, PrimaryEndpointName);
}
