using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Endpoints;
using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the graph: prepares the model, starts every resource, tells what becomes of them, stops them in order.</summary>
internal sealed class ApplicationOrchestrator(DistributedApplicationModel model, IEnumerable<IResourceRunner> runners, ResourceNotificationService notifications,
    ResourceLoggerService loggers, IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
    IServiceProvider services, TimeProvider timeProvider, IHostApplicationLifetime lifetime, ILogger<ApplicationOrchestrator> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<ResourceInstance> _instances = [];
    private IReadOnlyList<IResourceRunner> _runners = [];
    private DependencyOrder _order = new([]);
    private Task<IProcessLauncher>? _launcher;
    private Task _starts = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _order = new(model.Resources);
        _runners = [.. runners];
        // It takes longer than the rest; nothing needs it before the first process.
        _launcher = Task.Run(StartLauncherAsync, CancellationToken.None);
        eventing.Subscribe<ResourceEndpointsAllocatedEvent>(PublishUrlsAsync);

        foreach (var resource in model.Resources)
            Prepare(resource);
        await PublishInitialStatesAsync(cancellationToken).ConfigureAwait(false);
        // A failure here is the application's, and must come before anything runs.
        await _launcher.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var resource in _instances.Select(i => i.Resource).OfType<IResourceWithEndpoints>().Distinct())
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken).ConfigureAwait(false);
        foreach (var resource in _instances.Select(i => i.Resource).OfType<IResourceWithConnectionString>().Distinct())
            await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken).ConfigureAwait(false);

        // Waiting for dependencies is part of a start, and must not hold up the host: Ctrl+C has to work meanwhile.
        _starts = StartInstancesAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _order.ForEachAsync(_instances.Select(i => i.Resource).Distinct(), resource =>
            Task.WhenAll(_instances.Where(i => i.Resource == resource).Select(i => i.StopAsync(cancellationToken)))).ConfigureAwait(false);
        await _starts.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync().ConfigureAwait(false);
    }

    public async Task<string?> StartResourceAsync(string id, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } instance)
            return $"Resource '{id}' is not run by the AppHost.";
        return instance.StopWaiting() ? null : await instance.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<string?> StopResourceAsync(string id, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } instance)
            return $"Resource '{id}' is not run by the AppHost.";
        await instance.StopAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_launcher is { } launcher && Interlocked.CompareExchange(ref _launcher, null, launcher) == launcher
            && await Settled(launcher).ConfigureAwait(false))
            await (await launcher.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        foreach (var instance in _instances)
            instance.Dispose();
        _stopping.Dispose();

        static async Task<bool> Settled(Task task)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return task.IsCompletedSuccessfully;
        }
    }

    private ResourceInstance? Find(string id) => _instances.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase));

    private async Task<IProcessLauncher> StartLauncherAsync()
    {
        var supervisor = await SupervisorClient.StartAsync(logger, timeProvider, CancellationToken.None).ConfigureAwait(false);
        _ = supervisor.Lost.ContinueWith(_ =>
        {
            logger.LogCritical("The supervisor of the graph's processes ended unexpectedly; the graph is stopped.");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return supervisor;
    }

    private void Prepare(IResource resource)
    {
        if (_runners.FirstOrDefault(r => r.CanRun(resource)) is not { } runner)
            return;
        var count = resource.GetReplicaCount();
        if (count > 1)
            resource.Annotations.Add(new InstancesAnnotation([.. Enumerable.Range(0, count).Select(i => $"{resource.Name}-{i}")]));
        LifecycleCommands.AddTo(resource, this);
        var instanceServices = new InstanceServices(notifications, loggers, eventing, executionContext, services, timeProvider, _launcher!);
        foreach (var (i, id) in resource.InstanceIds().Index())
        {
            var endpoints = EndpointAllocation.Allocate(resource, i);
            resource.Annotations.Add(new InstanceEndpointsAnnotation(id, endpoints));
            _instances.Add(new(resource, id, runner, endpoints, instanceServices));
        }
    }

    private async Task PublishInitialStatesAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources)
        {
            var runner = _runners.FirstOrDefault(r => r.CanRun(resource));
            await notifications.PublishUpdateAsync(resource, s => s with
            {
                ResourceType = runner?.ResourceType ?? s.ResourceType,
                Properties = runner is null ? s.Properties : [.. s.Properties, .. runner.Describe(resource)],
                State = s.State ?? (runner is not null && resource.HasAnnotationOfType<ExplicitStartupAnnotation>() ? KnownResourceStates.NotStarted : null),
                CreationTimeStamp = s.CreationTimeStamp ?? timeProvider.GetUtcNow().UtcDateTime,
                HealthReports = HealthReports.Initial(resource),
            }).ConfigureAwait(false);
            if (resource is ParameterResource parameter)
                await ParameterStates.PublishAsync(parameter, notifications, loggers, cancellationToken).ConfigureAwait(false);
            _ = Task.Run(() => InitializeAsync(resource), CancellationToken.None);
        }
    }

    // Custom resources do their own work here, for as long as they like.
    private async Task InitializeAsync(IResource resource)
    {
        try
        {
            var initialize = new InitializeResourceEvent(resource, eventing, loggers, notifications, services);
            await eventing.PublishAsync(initialize, EventDispatchBehavior.BlockingConcurrent, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            loggers.GetLogger(resource).LogError("Resource '{ResourceName}' cannot be initialized: {Message}", resource.Name, exception.Message);
            await notifications.PublishUpdateAsync(resource, s => s with { State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    private async Task StartInstancesAsync()
    {
        try
        {
            await Task.WhenAll(_instances.Where(i => !i.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
                .Select(i => Task.Run(() => i.StartAsync(_stopping.Token), _stopping.Token))).ConfigureAwait(false);
            await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The application stops.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A subscriber of the end of the start failed: {Message}", exception.Message);
        }
    }

    private async Task PublishUrlsAsync(ResourceEndpointsAllocatedEvent @event, CancellationToken cancellationToken)
    {
        var resource = @event.Resource;
        await ResourceUrls.ResolveAsync(resource, executionContext, loggers.GetLogger(resource), cancellationToken).ConfigureAwait(false);
        await notifications.PublishUpdateAsync(resource, s => s with { Urls = ResourceUrls.Snapshots(resource, instance: null, isActive: false) }).ConfigureAwait(false);
    }
}
