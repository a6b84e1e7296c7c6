using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Configuration;

internal static class ExternalUrlExtensions
{
    /// <summary>The URL at which a person on this machine reaches the tool; links in notifications start with it.</summary>
    public static EndpointReferenceExpression ExternalUrl(this IConfiguredResource resource, string endpointName)
        => new EndpointReference(resource, endpointName, KnownNetworkIdentifiers.LocalhostNetwork).Property(EndpointProperty.Url);
}
