using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Endpoints;

namespace Aspire.Hosting.Tests.Model;

public sealed class ContainerPortTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_host_port_each_container_listens_on_a_free_port_instead_of_its_target_port()
    {
        var (first, second) = (Allocate("first", port: null, targetPort: 9090), Allocate("second", port: null, targetPort: 9090));
        Assert.Equal(3, new HashSet<int> { 9090, first.Port, second.Port }.Count);
        foreach (var endpoint in new[] { first, second })
            await ListensOnAsync(endpoint, endpoint.Port);
    }

    [Fact]
    public async Task A_host_port_is_the_one_that_the_container_listens_on()
    {
        var endpoint = Allocate("service", port: 18_080, targetPort: 9090);
        Assert.Equal("http://127.0.0.1:18080", endpoint.Url);
        await ListensOnAsync(endpoint, 18_080);
    }

    [Fact]
    public async Task A_target_port_that_is_also_the_host_port_stays()
    {
        var service = _builder.AddContainer("service", "image").WithEndpoint(targetPort: 9090, scheme: "http", isProxied: false);
        EndpointAllocation.Allocate(service.Resource, instance: 0);
        await ListensOnAsync(service.GetEndpoint("http"), 9090);
    }

    [Fact]
    public async Task A_process_listens_on_its_target_port()
    {
        var service = _builder.AddExecutable("service", "true", ".").WithHttpEndpoint(targetPort: 9090);
        EndpointAllocation.Allocate(service.Resource, instance: 0);
        await ListensOnAsync(service.GetEndpoint("http"), 9090);
    }

    private EndpointReference Allocate(string name, int? port, int targetPort)
    {
        var container = _builder.AddContainer(name, "image").WithHttpEndpoint(port, targetPort);
        EndpointAllocation.Allocate(container.Resource, instance: 0);
        return container.GetEndpoint("http");
    }

    // Itself, another container and a process of the host must read the same.
    private async Task ListensOnAsync(EndpointReference endpoint, int port)
    {
        Assert.Equal(port, endpoint.Port);
        var container = _builder.AddContainer("other", "image").Resource;
        var process = _builder.AddExecutable("process", "true", ".").Resource;
        foreach (var caller in new IResource[] { endpoint.Resource, container, process })
        {
            var value = await endpoint.Property(EndpointProperty.TargetPort).GetValueAsync(new ValueProviderContext { Caller = caller }, Cancellation);
            Assert.Equal($"{port}", value);
        }

        _builder.Resources.Remove(container);
        _builder.Resources.Remove(process);
        Assert.Equal($"{port}", endpoint.EndpointAnnotation.AllocatedEndpoint!.TargetPortExpression);
    }
}
