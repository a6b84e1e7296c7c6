using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal.Alerts;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Terminal;

/// <summary>Follows the resources of the graph from before the first starts until the last has stopped.</summary>
internal sealed class TerminalView : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Changes that wait to be shown.</summary>
    private const int Capacity = 256;

    private readonly ResourceNotificationService _notifications;
    private readonly FailureReasons _reasons;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TerminalOutput _output;
    private readonly CurrentAlerts _alerts;
    private readonly TimeProvider _time;
    private readonly IGraphDisplay _display;
    private readonly ResourceRows _rows;
    private readonly DateTimeOffset _startedAt;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<GraphPicture> _pictures = Channel.CreateBounded<GraphPicture>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    private TimeSpan? _allFineAfter;
    private Task _running = Task.CompletedTask;

    public TerminalView(
        DistributedApplicationModel model,
        ResourceNotificationService notifications,
        ResourceLoggerService logs,
        IHostApplicationLifetime lifetime,
        TerminalOutput output,
        TerminalTitle title,
        CurrentAlerts alerts,
        TimeProvider time)
    {
        _notifications = notifications;
        _reasons = new(logs, time);
        _lifetime = lifetime;
        _output = output;
        _alerts = alerts;
        _time = time;
        _display = output.IsLive ? new TableDisplay(output, title.Text, time) : new LineDisplay(output, title.Text);
        // Other kinds of resources need not report anything.
        _rows = new(model.Resources.Where(resource => resource is ProjectResource or ExecutableResource or ContainerResource).Select(resource => resource.Name), time);
        _startedAt = ProgramStart.Get();
    }

    private bool IsStopping => _lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _alerts.Changed += ShowAlerts;
        _running = Task.WhenAll(Task.Run(WatchAsync, CancellationToken.None), Task.Run(() => _display.RunAsync(_pictures.Reader), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        _output.WriteLine("Everything is stopped.");
    }

    /// <summary>Also after a start that failed: the terminal gets its cursor back.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task EndAsync()
    {
        _alerts.Changed -= ShowAlerts;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var resourceEvent in _notifications.WatchAsync(_stop.Token).ConfigureAwait(false))
            {
                var changed = Show(() => _rows.Update(resourceEvent, IsStopping));
                if (changed is { Condition: ResourceCondition.Failed, Reason: null }) _ = ExplainAsync(resourceEvent);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The graph has stopped.
        }
        finally
        {
            _pictures.Writer.TryComplete();
        }
    }

    private Task ExplainAsync(ResourceEvent failed)
        => _reasons.FindAsync(failed.ResourceId, reason => Show(() => _rows.Explain(failed.ResourceId, reason)), _stop.Token);

    private ResourceRow? Show(Func<ResourceRow?> change)
    {
        lock (_lock)
        {
            if (change() is not { } changed) return null;
            WritePicture(changed);
            return changed;
        }
    }

    private void ShowAlerts()
    {
        lock (_lock) WritePicture(changed: null);
    }

    private void WritePicture(ResourceRow? changed)
    {
        var elapsed = _time.GetUtcNow() - _startedAt;
        var isAllFine = _rows.AllAreFine;
        if (isAllFine) _allFineAfter ??= elapsed;
        _pictures.Writer.TryWrite(new GraphPicture(_rows.Rows, changed, elapsed, isAllFine, _allFineAfter, IsStopping) { Alerts = _alerts.Picture });
    }
}
