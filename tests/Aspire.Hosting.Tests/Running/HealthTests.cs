using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests.Running;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_follows_the_resource()
    {
        var builder = RunningGraph.Define();
        var service = builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpHealthCheck("/healthz");
        await using var graph = await RunningGraph.StartAsync(builder);
        var healthy = await graph.UntilHealthyAsync("service");
        Assert.Equal(HealthStatus.Healthy, Assert.Single(healthy.HealthReports).Status);

        using var http = RunningGraph.Client(service.GetEndpoint("http").Url);
        await http.PostAsync("/health/false", null, Patience.Token);
        var unhealthy = await graph.UntilAsync("service", s => s.HealthStatus == HealthStatus.Unhealthy);
        Assert.Contains("503", unhealthy.HealthReports[0].Description, StringComparison.Ordinal);
        await http.PostAsync("/health/true", null, Patience.Token);
        await graph.UntilAsync("service", s => s.HealthStatus == HealthStatus.Healthy);
    }

    [Fact]
    public async Task Without_checks_what_runs_is_healthy()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper);
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Empty((await graph.UntilHealthyAsync("service")).HealthReports);
    }

    [Fact]
    public async Task A_probe_is_a_health_check_too()
    {
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpProbe(ProbeType.Readiness, "/healthz");
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Single((await graph.UntilHealthyAsync("service")).HealthReports);
    }
}
