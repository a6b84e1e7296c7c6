using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Endpoints;
using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration;

/// <summary>One instance of a resource: its process, and the states that it goes through.</summary>
internal sealed class ResourceInstance(IResource resource, string id, IResourceRunner runner, IReadOnlyDictionary<EndpointAnnotation, AllocatedEndpoint> endpoints,
    InstanceServices services) : IDisposable
{
    /// <summary>From SIGTERM to SIGKILL.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    /// <summary>The last lines of a process come before its end is told, unless something else holds its output open.</summary>
    private static readonly TimeSpan s_outputPatience = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private CancellationTokenSource _starting = new();
    private TaskCompletionSource? _waiting;
    private ISupervisedProcess? _process;
    private Task _following = Task.CompletedTask;
    private volatile bool _isStopping;

    public IResource Resource => resource;

    public string Id => id;

    private DateTime Now => services.TimeProvider.GetUtcNow().UtcDateTime;

    private ValueProviderContext Values => new ReplicaValueProviderContext(endpoints) { Caller = resource, ExecutionContext = services.ExecutionContext };

    /// <summary>Lets a start that waits for dependencies go on at once.</summary>
    /// <returns>False when none waits.</returns>
    public bool StopWaiting()
    {
        lock (_lock)
            return _waiting?.TrySetResult() == true;
    }

    /// <summary>Starts the instance unless it runs. What goes wrong is told as its state and in its log.</summary>
    /// <returns>Null, or the reason why it did not start.</returns>
    public async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        using var start = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, RenewStarting());
        await _turn.WaitAsync(start.Token).ConfigureAwait(false);
        try
        {
            if (_process is { Exited.IsCompleted: false })
                return null;
            await _following.ConfigureAwait(false);
            // It has ended; what it left behind may still hold its ports.
            if (_process is { } last)
                await last.StopAsync(s_grace, start.Token).ConfigureAwait(false);
            _isStopping = false;
            await StartProcessAsync(start.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (start.IsCancellationRequested)
        {
            await PublishAsync(s => s with { State = KnownResourceStates.Finished, StopTimeStamp = Now }).ConfigureAwait(false);
            return $"The start of '{id}' was cancelled.";
        }
        catch (Exception exception)
        {
            var reason = exception.Message.ReplaceLineEndings(" ");
            services.Loggers.Log(id).Write(reason, isError: true);
            await PublishAsync(s => s with { State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error), StopTimeStamp = Now }).ConfigureAwait(false);
            await PublishStoppedAsync().ConfigureAwait(false);
            return reason;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the instance: SIGTERM, then SIGKILL. A start that waits is given up.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await CancelStartingAsync().ConfigureAwait(false);
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (_process is not { Exited.IsCompleted: false } process)
                return;
            _isStopping = true;
            await PublishAsync(s => s with { State = KnownResourceStates.Stopping }).ConfigureAwait(false);
            // Out of time means: no grace.
            await process.StopAsync(cancellationToken.IsCancellationRequested ? TimeSpan.Zero : s_grace, CancellationToken.None).ConfigureAwait(false);
            await _following.ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _starting.Dispose();
        _turn.Dispose();
    }

    private Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => services.Notifications.PublishUpdateAsync(resource, id, change);

    private async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(s => s with
        {
            State = KnownResourceStates.Starting,
            StartTimeStamp = null,
            StopTimeStamp = null,
            ExitCode = null,
            Ready = null,
            HealthReports = HealthReports.Initial(resource),
            Properties = s.Properties.Without(KnownProperties.ExecutablePid),
        }).ConfigureAwait(false);
        // As in the real orchestrator, subscribers come first and dependencies after them.
        await services.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, services.Services), cancellationToken).ConfigureAwait(false);
        await WaitForDependenciesAsync(cancellationToken).ConfigureAwait(false);

        var log = services.Loggers.Log(id);
        var start = new ResourceStart
        {
            Resource = resource,
            InstanceId = id,
            Arguments = await ResourceValues.ArgumentsAsync(resource, services.ExecutionContext, Values, log, cancellationToken).ConfigureAwait(false),
            Environment = await ResourceValues.EnvironmentAsync(resource, services.ExecutionContext, Values, log, cancellationToken).ConfigureAwait(false),
            Values = Values,
            ExecutionContext = services.ExecutionContext,
            Log = log,
            Launcher = await services.Launcher.WaitAsync(cancellationToken).ConfigureAwait(false),
        };
        EndpointAllocation.ThrowIfTaken(resource, endpoints.Values);
        var process = _process = await runner.StartAsync(start, cancellationToken).ConfigureAwait(false);
        await PublishAsync(s => s with
        {
            State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = Now,
            Properties = s.Properties.With(KnownProperties.ExecutablePid, process.ProcessId),
            Urls = ResourceUrls.Snapshots(resource, endpoints, isActive: true),
        }).ConfigureAwait(false);
        _following = FollowAsync(process, log);
    }

    // Until the dependencies are ready, or someone starts the instance in spite of them.
    private async Task WaitForDependenciesAsync(CancellationToken cancellationToken)
    {
        if (!resource.HasAnnotationOfType<WaitAnnotation>())
            return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var dependencies = services.Notifications.DependenciesAsync(resource, waiting.Token);
        if (dependencies.IsCompletedSuccessfully)
            return;
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _waiting = released;
        try
        {
            await PublishAsync(s => s with { State = KnownResourceStates.Waiting }).ConfigureAwait(false);
            await (await Task.WhenAny(dependencies, released.Task).ConfigureAwait(false)).ConfigureAwait(false);
            await PublishAsync(s => s with { State = KnownResourceStates.Starting }).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _waiting = null;
            await waiting.CancelAsync().ConfigureAwait(false);
            await dependencies.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(ISupervisedProcess process, ResourceLog log)
    {
        var output = Task.Run(async () =>
        {
            await foreach (var line in process.Output.ReadAllAsync().ConfigureAwait(false))
                log.Write(line.Text, line.IsError);
        });
        var exitCode = await process.Exited.ConfigureAwait(false);
        await Task.WhenAny(output, Task.Delay(s_outputPatience, services.TimeProvider)).ConfigureAwait(false);

        // One that the asked-for signal ended did as it was told.
        const int Terminated = 128 + 15;
        if (_isStopping && exitCode == Terminated)
            exitCode = 0;
        await PublishAsync(s => s with
        {
            State = exitCode == 0 ? new(KnownResourceStates.Finished, null) : new(KnownResourceStates.Exited, KnownResourceStateStyles.Error),
            ExitCode = exitCode,
            StopTimeStamp = Now,
            HealthReports = [],
            Urls = ResourceUrls.Snapshots(resource, endpoints, isActive: false),
            Properties = s.Properties.Without(KnownProperties.ExecutablePid),
        }).ConfigureAwait(false);
        await PublishStoppedAsync().ConfigureAwait(false);
    }

    private async Task PublishStoppedAsync()
    {
        if (!services.Notifications.TryGetCurrentState(id, out var last))
            return;
        try
        {
            await services.Eventing.PublishAsync(new ResourceStoppedEvent(resource, services.Services, last)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            services.Loggers.Log(id).LogError(exception, "A subscriber of the stop of '{ResourceId}' failed.", id);
        }
    }

    private CancellationToken RenewStarting()
    {
        lock (_lock)
        {
            if (_starting.IsCancellationRequested)
                _starting = new();
            return _starting.Token;
        }
    }

    private Task CancelStartingAsync()
    {
        lock (_lock)
            return _starting.CancelAsync();
    }
}

/// <summary>What instances need of the application.</summary>
internal sealed record InstanceServices(ResourceNotificationService Notifications, ResourceLoggerService Loggers, IDistributedApplicationEventing Eventing,
    DistributedApplicationExecutionContext ExecutionContext, IServiceProvider Services, TimeProvider TimeProvider, Task<IProcessLauncher> Launcher);
