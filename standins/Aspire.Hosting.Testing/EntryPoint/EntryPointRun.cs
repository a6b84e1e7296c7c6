using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// One run of an AppHost's entry point on a thread of its own. It is held when it builds, until the test wants the application; when it runs the
/// application it is held until the test is done with it.
/// </summary>
internal sealed class EntryPointRun(Type entryPoint, string[] args, IEntryPointHooks hooks) : BuilderInterception, IAsyncDisposable
{
    /// <summary>An AppHost that does not come to its end is left alone: its thread is no reason to keep the process.</summary>
    private static readonly TimeSpan s_endPatience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isStarted;

    public Task<DistributedApplicationBuilder> BuilderAsync(CancellationToken cancellationToken)
    {
        Start();
        return _builder.Task.WaitAsync(cancellationToken);
    }

    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        await BuilderAsync(cancellationToken).ConfigureAwait(false);
        _mayBuild.TrySetResult();
        return await _application.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application.Task.IsCompletedSuccessfully)
            await (await _application.Task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        _mayBuild.TrySetException(new HostAbortedException("The test has ended."));
        _mayEnd.TrySetResult();
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
            await _ended.Task.WaitAsync(s_endPatience, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void BuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) => hooks.OnBuilderCreating(options, settings);

    public override void BuilderCreated(DistributedApplicationBuilder builder) => hooks.OnBuilderCreated(builder);

    public override void Building(DistributedApplicationBuilder builder)
    {
        hooks.OnBuilding(builder);
        _builder.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    public override void Built(DistributedApplication application)
    {
        hooks.OnBuilt(application);
        _application.TrySetResult(application);
    }

    public override Task RunAsync(CancellationToken cancellationToken) => _mayEnd.Task.WaitAsync(cancellationToken);

    private void Start()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
            return;
        var main = entryPoint.Assembly.EntryPoint
            ?? throw new InvalidOperationException($"Assembly of specified type {entryPoint.Name} does not have an entry point.");
        new Thread(() => Run(main)) { IsBackground = true, Name = $"Entry point of {entryPoint.Assembly.GetName().Name}" }.Start();
    }

    private void Run(MethodInfo main)
    {
        Current = this;
        Exception? problem = null;
        try
        {
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]);
        }
        catch (TargetInvocationException exception)
        {
            problem = exception.InnerException ?? exception;
        }

        problem ??= new InvalidOperationException($"The entry point of {entryPoint.Assembly.GetName().Name} has ended without building an application.");
        _builder.TrySetException(problem);
        _application.TrySetException(problem);
        // Nobody may be interested in them.
        _ = (_builder.Task.Exception, _application.Task.Exception);
        _ended.TrySetResult();
    }
}
