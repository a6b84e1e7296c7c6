using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.GraphReport.Resources;
using Aspire.Hosting.GraphReport.Runbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace Aspire.Hosting.GraphReport;

/// <summary>Serves the report on a loopback port that the system chooses.</summary>
internal sealed class GraphReportServer(
    ResourceStates states, StuckDeployments stuck, ResourceLoggerService logs, TimeProvider timeProvider, AppHostStateFile stateFile, string containerHost)
    : IHostedService, IAsyncDisposable
{
    private WebApplication? _server;
    private Func<Task> _sayFinished = () => Task.CompletedTask;

    /// <summary>The resource starts it, see <see cref="ServeAsync"/>.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task ServeAsync(GraphReportResource resource, InitializeResourceEvent initialize, CancellationToken cancellationToken)
    {
        var metrics = new DeploymentMetrics(states, stuck);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // A page from elsewhere whose name was made to lead here (DNS rebinding) is refused.
        builder.Configuration["AllowedHosts"] = $"127.0.0.1;localhost;[::1];{containerHost}";
        builder.Services.AddEventStreamLimit();
        _server = builder.Build();
        _server.UseRateLimiter();
        new ResourceEndpoints(states, logs, timeProvider).Map(_server);
        _server.MapGet("/healthz", () => Results.Text("Healthy"));
        _server.MapMetrics("/metrics", metrics.Registry);
        if (resource.TryGetLastAnnotation<RunbookFolder>(out var runbooks)) _server.MapRunbooks(runbooks);
        if (resource.HasAnnotationOfType<TakesFaultsAnnotation>()) new StuckAutoscalingEndpoints(states, stuck, initialize.Logger).Map(_server);
        await _server.StartAsync(cancellationToken);

        var url = new Uri(_server.Urls.First());
        Allocate(resource, url.Port);
        await initialize.Eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, initialize.Services), cancellationToken);
        await initialize.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = snapshot.StartTimeStamp ?? TimeProvider.System.GetUtcNow().UtcDateTime,
            Urls = [new UrlSnapshot(GraphReportResource.PrimaryEndpointName, url.GetLeftPart(UriPartial.Authority), IsInternal: false)],
        });
        _sayFinished = () => initialize.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with
        {
            State = KnownResourceStates.Finished,
            StopTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
            ExitCode = 0,
        });
        await stateFile.WriteAsync(url.GetLeftPart(UriPartial.Authority), cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null) return;
        stateFile.Delete();
        await _server.StopAsync(cancellationToken);
        await _sayFinished();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private void Allocate(GraphReportResource resource, int port)
    {
        var endpoint = resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "127.0.0.1", port);
        // Without an address for it, a container that refers to the endpoint would wait for ever.
        var network = KnownNetworkIdentifiers.DefaultAspireContainerNetwork;
        endpoint.AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(network, new AllocatedEndpoint(
            endpoint, containerHost, port, EndpointBindingMode.SingleAddress, $"{port}", network));
    }
}
