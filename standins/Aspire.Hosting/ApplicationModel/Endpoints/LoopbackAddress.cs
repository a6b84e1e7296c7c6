namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which address a process listens on, and which its clients use.</summary>
internal static class LoopbackAddress
{
    public const string IPv4 = "127.0.0.1";

    /// <summary>Loopback by its number: no look-up, and never IPv6 for one side and IPv4 for the other.</summary>
    public static string ListenHost(EndpointAnnotation endpoint) => endpoint.TargetHost == KnownHostNames.Localhost ? IPv4 : endpoint.TargetHost;

    public static (string Address, EndpointBindingMode Mode) ClientAddress(EndpointAnnotation endpoint) => endpoint.TargetHost switch
    {
        "*" or "+" => (IPv4, EndpointBindingMode.DualStackAnyAddresses),
        "0.0.0.0" => (IPv4, EndpointBindingMode.IPv4AnyAddresses),
        "::" or "[::]" => (IPv4, EndpointBindingMode.IPv6AnyAddresses),
        _ => (ListenHost(endpoint), EndpointBindingMode.SingleAddress),
    };
}
