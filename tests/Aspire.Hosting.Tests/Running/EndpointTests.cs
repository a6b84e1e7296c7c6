using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Endpoints;

namespace Aspire.Hosting.Tests.Running;

public sealed class EndpointTests
{
    [Fact]
    public async Task A_fixed_port_is_used_as_it_is_and_free_afterwards()
    {
        var port = LoopbackPorts.Next();
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint(port).WithHttpHealthCheck("/healthz");
        await using (var graph = await RunningGraph.StartAsync(builder))
        {
            var snapshot = await graph.UntilHealthyAsync("service");
            Assert.Equal($"http://127.0.0.1:{port}", Assert.Single(snapshot.Urls).Url);
            Assert.False(Ports.IsFree(port));
        }

        Assert.True(Ports.IsFree(port));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_its_resource_and_endpoint()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint(port, name: "web");
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("service", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("service", $"'service'.*'web'.*{port}");
    }

    [Fact]
    public async Task Each_replica_has_a_port_and_a_health_of_its_own()
    {
        var builder = RunningGraph.Define();
        var service = builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpHealthCheck("/healthz").WithReplicas(2)
            .WithEnvironment("OWN", "");
        service.WithEnvironment("OWN", service.GetEndpoint("http"));
        await using var graph = await RunningGraph.StartAsync(builder);
        var urls = new List<string>();
        foreach (var id in new[] { "service-0", "service-1" })
        {
            var healthy = await graph.UntilAsync(id, s => s.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy);
            urls.Add(Assert.Single(healthy.Urls).Url);
            using var http = RunningGraph.Client(urls[^1]);
            Assert.Equal(urls[^1], await http.GetStringAsync("/env/ASPNETCORE_URLS", Patience.Token));
            Assert.Equal(urls[^1], await http.GetStringAsync("/env/OWN", Patience.Token));
        }

        Assert.Equal(2, urls.Distinct().Count());
        using var second = RunningGraph.Client(urls[1]);
        await second.PostAsync("/health/false", null, Patience.Token);
        await graph.UntilAsync("service-1", s => s.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy, graph.Now("service-0").HealthStatus);
    }

    [Fact]
    public async Task A_fixed_port_cannot_be_shared_by_replicas()
    {
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint(LoopbackPorts.Next()).WithReplicas(2);
        await using var application = builder.Build();
        await Assert.ThrowsAsync<DistributedApplicationException>(() => application.StartAsync(Patience.Token));
    }

    [Fact]
    public async Task A_project_learns_its_ports_and_who_it_is()
    {
        var builder = RunningGraph.Define("--environment", "Development");
        var service = builder.AddProject<Projects.SmallService>("service")
            .WithHttpEndpoint().WithHttpEndpoint(name: "metrics", env: "Metrics__Port").WithHttpHealthCheck("/healthz");
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilHealthyAsync("service");
        using var http = RunningGraph.Client(service.GetEndpoint("http").Url);
        Assert.Equal(service.GetEndpoint("http").Url, await http.GetStringAsync("/env/ASPNETCORE_URLS", Patience.Token));
        Assert.Equal($"{service.GetEndpoint("metrics").Port}", await http.GetStringAsync("/env/Metrics__Port", Patience.Token));
        Assert.Equal("service", await http.GetStringAsync("/env/OTEL_SERVICE_NAME", Patience.Token));
        Assert.Equal("Development", await http.GetStringAsync("/env/DOTNET_ENVIRONMENT", Patience.Token));
        Assert.EndsWith("/tests/SmallService", await http.GetStringAsync("/directory", Patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_active_while_the_resource_runs()
    {
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpHealthCheck("/healthz")
            .WithUrlForEndpoint("http", url => url.Url = "/args")
            .WithUrl("https://example.org", "Elsewhere");
        await using var graph = await RunningGraph.StartAsync(builder);
        var urls = (await graph.UntilHealthyAsync("service")).Urls;
        Assert.Matches("^http://127.0.0.1:[0-9]+/args$", urls.Single(u => u.Name == "http").Url);
        Assert.Equal("Elsewhere", urls.Single(u => u.Name is null).DisplayProperties.DisplayName);
        Assert.DoesNotContain(urls, u => u.IsInactive);
        await graph.CommandAsync("service", KnownResourceCommands.StopCommand);
        Assert.True(graph.Now("service").Urls.Single(u => u.Name == "http").IsInactive);
    }
}
