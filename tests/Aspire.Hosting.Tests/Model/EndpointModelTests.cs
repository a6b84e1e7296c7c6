using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

public sealed class EndpointModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_has_its_properties_once_it_is_allocated()
    {
        var builder = DistributedApplication.CreateBuilder();
        var service = builder.AddContainer("service", "image").WithHttpEndpoint(targetPort: 9090);
        var endpoint = service.GetEndpoint("http");
        Assert.False(endpoint.IsAllocated);
        Assert.Throws<InvalidOperationException>(() => endpoint.Port);
        var url = endpoint.GetValueAsync(Cancellation).AsTask();
        Assert.False(url.IsCompleted);

        endpoint.EndpointAnnotation.AllocatedEndpoint = new(endpoint.EndpointAnnotation, "127.0.0.1", 1234, "9090");
        Assert.Equal("http://127.0.0.1:1234", await url);
        foreach (var (property, expected) in new[] { (EndpointProperty.Host, "127.0.0.1"), (EndpointProperty.Port, "1234"), (EndpointProperty.Scheme, "http"),
            (EndpointProperty.TargetPort, "9090"), (EndpointProperty.HostAndPort, "127.0.0.1:1234"), (EndpointProperty.TlsEnabled, "False") })
            Assert.Equal(expected, await endpoint.Property(property).GetValueAsync(Cancellation));
        Assert.Equal("{service.bindings.http.host}:{service.bindings.http.port}", endpoint.Property(EndpointProperty.HostAndPort).ValueExpression);
    }

    [Fact]
    public async Task Who_asks_decides_which_network_answers()
    {
        var builder = DistributedApplication.CreateBuilder();
        var service = builder.AddExecutable("service", "true", ".").WithHttpEndpoint();
        var container = builder.AddContainer("container", "image");
        var annotation = service.GetEndpoint("http").EndpointAnnotation;
        annotation.AllocatedEndpoint = new(annotation, "127.0.0.1", 1);
        annotation.AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(KnownNetworkIdentifiers.DefaultAspireContainerNetwork,
            new(annotation, "host.docker.internal", 2, EndpointBindingMode.SingleAddress, "2", KnownNetworkIdentifiers.DefaultAspireContainerNetwork));
        Assert.Equal("http://127.0.0.1:1", await service.GetEndpoint("http").GetValueAsync(new ValueProviderContext { Caller = service.Resource }, Cancellation));
        Assert.Equal("http://host.docker.internal:2", await service.GetEndpoint("http").GetValueAsync(new ValueProviderContext { Caller = container.Resource }, Cancellation));
        Assert.Equal("http://host.docker.internal:2", service.GetEndpoint("http", KnownNetworkIdentifiers.DefaultAspireContainerNetwork).Url);
    }

    [Fact]
    public void The_same_endpoint_again_changes_the_first()
    {
        var builder = DistributedApplication.CreateBuilder();
        var service = builder.AddExecutable("service", "true", ".").WithHttpEndpoint(port: 1).WithHttpEndpoint(targetPort: 2, isProxied: false)
            .WithEndpoint("http", e => e.IsExternal = true).WithEndpoint("udp", e => e.Protocol = ProtocolType.Udp);
        var http = service.GetEndpoint("http").EndpointAnnotation;
        Assert.Equal((1, 2, false, true), (http.Port, http.TargetPort, http.IsProxied, http.IsExternal));
        Assert.Equal(2, service.Resource.GetEndpoints().Count());
    }

    [Fact]
    public void Without_a_proxy_one_port_stands_for_both()
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, port: 5, isProxied: false);
        Assert.Equal(5, endpoint.TargetPort);
        endpoint.TargetPort = null;
        Assert.Null(endpoint.TargetPort);
        Assert.Null(new EndpointAnnotation(ProtocolType.Tcp, port: 5).TargetPort);
    }

    [Fact]
    public void An_unknown_endpoint_is_named_with_those_that_exist()
    {
        var builder = DistributedApplication.CreateBuilder();
        var service = builder.AddExecutable("service", "true", ".").WithHttpEndpoint();
        Assert.Contains("Available endpoints: `http`", Assert.Throws<InvalidOperationException>(() => service.GetEndpoint("web").Scheme).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_health_check_needs_an_HTTP_endpoint_and_comes_once()
    {
        var builder = DistributedApplication.CreateBuilder();
        var service = builder.AddExecutable("service", "true", ".").WithEndpoint(scheme: "tcp", name: "tcp");
        Assert.Throws<DistributedApplicationException>(() => service.WithHttpHealthCheck());
        Assert.Throws<DistributedApplicationException>(() => service.WithHttpHealthCheck(endpointName: "tcp"));
        service.WithHttpEndpoint().WithHttpProbe(ProbeType.Readiness, "/ready");
        Assert.Contains("already has a health check", Assert.Throws<DistributedApplicationException>(() => service.WithHttpHealthCheck("/ready")).Message, StringComparison.Ordinal);
    }
}
