using System.Threading.Channels;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervision;

/// <summary>The AppHost's side of one process.</summary>
internal sealed class SupervisedProcess(int id, ProcessSpec spec, SupervisorClient client) : ISupervisedProcess
{
    /// <summary>With lines of at most 8192 characters, what a process can hold of our memory while nobody reads.</summary>
    private const int OutputCapacity = 4096;

    /// <summary>SIGKILL works at once; the cleanup command may take 10 seconds.</summary>
    private static readonly TimeSpan s_killTimeout = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<OutputLine> _output = Channel.CreateBounded<OutputLine>(
        new BoundedChannelOptions(OutputCapacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true });

    private int _isTerminated;

    public string Name => spec.Name;

    public IReadOnlyList<string>? CleanupCommand => spec.CleanupCommand;

    public Task<int> Started => _started.Task;

    public int ProcessId => _started.Task.IsCompletedSuccessfully ? _started.Task.Result : 0;

    public Task<int> Exited => _exited.Task;

    public ChannelReader<OutputLine> Output => _output.Reader;

    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        if (!_exited.Task.IsCompleted && Interlocked.Exchange(ref _isTerminated, 1) == 0)
            await client.SendAsync(new SignalRequest(id, Kill: false), cancellationToken).ConfigureAwait(false);
        if (await IsGoneWithinAsync(grace, cancellationToken).ConfigureAwait(false)) return;
        await client.SendAsync(new SignalRequest(id, Kill: true), cancellationToken).ConfigureAwait(false);
        if (!await IsGoneWithinAsync(s_killTimeout, cancellationToken).ConfigureAwait(false))
            client.LogNotKilled(this, s_killTimeout);
    }

    /// <summary>Takes an event of this process. True when it was the last one.</summary>
    public bool Handle(SupervisorEvent supervisorEvent)
    {
        switch (supervisorEvent)
        {
            case StartedEvent started:
                _started.TrySetResult(started.ProcessId);
                return false;
            case FailedEvent failed:
                _started.TrySetException(new InvalidOperationException($"'{Name}' cannot start: {failed.Reason}"));
                return true;
            case OutputEvent output:
                foreach (var line in output.Lines) _output.Writer.TryWrite(new(line, output.IsError));
                return false;
            case ExitedEvent exited:
                _exited.TrySetResult(exited.ExitCode);
                return false;
            default:
                _output.Writer.TryComplete();
                _gone.TrySetResult();
                return true;
        }
    }

    /// <summary>The supervisor is gone, and with it the process.</summary>
    public void Abandon(int exitCode)
    {
        _started.TrySetException(new InvalidOperationException($"'{Name}' cannot start: the supervisor ended."));
        _exited.TrySetResult(exitCode);
        _output.Writer.TryComplete();
        _gone.TrySetResult();
    }

    private async Task<bool> IsGoneWithinAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _gone.Task.WaitAsync(timeout, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
