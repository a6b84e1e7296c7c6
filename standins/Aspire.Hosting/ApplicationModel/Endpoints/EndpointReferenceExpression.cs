using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

public enum EndpointProperty
{
    Url,
    Host,
    IPV4Host,
    Port,
    Scheme,
    TargetPort,
    HostAndPort,
    TlsEnabled,
}

[DebuggerDisplay("EndpointExpression = {ValueExpression}, Property = {Property}, Endpoint = {Endpoint.EndpointName}")]
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IExpressionValue, IValueWithReferences
{
    public EndpointReference Endpoint { get; } = endpointReference ?? throw new ArgumentNullException(nameof(endpointReference));

    public EndpointProperty Property { get; } = property;

    public string ValueExpression => Endpoint.Expression(Property);

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => GetValueAsync(new(), cancellationToken);

    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is ReplicaValueProviderContext replica && replica.Find(Endpoint) is { } own)
            return ValueOf(own);

        var network = Endpoint.ContextNetworkID ?? context.EffectiveNetwork;
        return Property switch
        {
            EndpointProperty.Scheme => Endpoint.Scheme,
            EndpointProperty.TlsEnabled => Endpoint.TlsEnabled ? bool.TrueString : bool.FalseString,
            EndpointProperty.IPV4Host when network == KnownNetworkIdentifiers.LocalhostNetwork => "127.0.0.1",
            // Without proxies what a process listens on is settled with the allocation.
            EndpointProperty.TargetPort when Endpoint.EndpointAnnotation.AllocatedEndpoint?.TargetPortExpression is { } allocated => allocated,
            EndpointProperty.TargetPort when Endpoint.TargetPort is { } port => port.ToString(CultureInfo.InvariantCulture),
            _ => ValueOf(await Endpoint.EndpointAnnotation.AllAllocatedEndpoints.GetAllocatedEndpointAsync(network, cancellationToken).ConfigureAwait(false)),
        };
    }

    private string? ValueOf(AllocatedEndpoint allocated) => Property switch
    {
        EndpointProperty.Url => allocated.UriString,
        EndpointProperty.Host or EndpointProperty.IPV4Host => allocated.Address,
        EndpointProperty.Port => allocated.Port.ToString(CultureInfo.InvariantCulture),
        EndpointProperty.Scheme => Endpoint.Scheme,
        EndpointProperty.TlsEnabled => Endpoint.TlsEnabled ? bool.TrueString : bool.FalseString,
        EndpointProperty.HostAndPort => allocated.EndPointString,
        EndpointProperty.TargetPort => allocated.TargetPortExpression
            ?? throw new InvalidOperationException("The endpoint does not have an associated TargetPortExpression from the orchestrator."),
        _ => throw new InvalidOperationException($"The property '{Property}' is not supported for the endpoint '{Endpoint.EndpointName}'."),
    };
}
