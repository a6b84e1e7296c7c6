namespace Aspire.Hosting.Health;

/// <summary>The instance whose health is asked for: a check belongs to a resource, and asks each replica at its own port.</summary>
internal static class InstanceScope
{
    private static readonly AsyncLocal<string?> s_current = new();

    public static string? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>The current instance's own address; null when the endpoint is none of its own.</summary>
    public static string? AddressOf(EndpointReference endpoint) => endpoint.Resource.Annotations.OfType<InstanceEndpointsAnnotation>()
        .FirstOrDefault(a => a.Id == Current)?.Endpoints.GetValueOrDefault(endpoint.EndpointAnnotation)?.UriString;
}
