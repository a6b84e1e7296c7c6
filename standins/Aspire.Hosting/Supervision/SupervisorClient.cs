using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervision;

/// <summary>
/// Starts one supervisor process and talks to it through its standard streams. The pipe to the supervisor is what ties the graph to this
/// process: when this process ends, however it ends, the kernel closes it and the supervisor ends the graph.
/// </summary>
internal sealed class SupervisorClient : IProcessLauncher
{
    /// <summary>Exit code of processes whose supervisor died: the parent-death signal is SIGKILL.</summary>
    private const int Killed = 128 + 9;

    /// <summary>The supervisor gives processes 2 seconds after SIGTERM and cleanup commands 10.</summary>
    private static readonly TimeSpan s_endTimeout = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, SupervisedProcess> _processes = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RunMark _mark = RunMark.Create();
    private readonly ILogger _logger;
    private readonly Process _supervisor;
    private readonly Stream _requests;
    private readonly Task _reading;
    private int _lastId;
    private int _isDisposed;
    private volatile bool _isEnded;

    private SupervisorClient(Process supervisor, ILogger logger, TimeProvider timeProvider)
    {
        _supervisor = supervisor;
        _requests = supervisor.StandardInput.BaseStream;
        SupervisorProcessId = supervisor.Id;
        _logger = logger;
        TimeProvider = timeProvider;
        _reading = Task.WhenAll(Task.Run(ReadEventsAsync), Task.Run(ReadErrorsAsync));
    }

    public Task Lost => _lost.Task;

    public TimeProvider TimeProvider { get; }

    /// <summary>For tests and the resource view.</summary>
    public int SupervisorProcessId { get; }

    public static Task<SupervisorClient> StartAsync(ILogger logger, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("Processes are supervised through Linux' subreaper and /proc: run the graph on Linux (WSL works).");
        var supervisor = Process.Start(SupervisorProgram.Describe())!;
        return Task.FromResult(new SupervisorClient(supervisor, logger, timeProvider));
    }

    public async Task<ISupervisedProcess> StartAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        var command = CommandResolver.Resolve(spec);
        var id = Interlocked.Increment(ref _lastId);
        var process = new SupervisedProcess(id, spec, this);
        _processes[id] = process;
        await SendAsync(
            new StartRequest(id, command, spec.Arguments, Path.GetFullPath(spec.WorkingDirectory), spec.Environment, _mark.ForProcess(id), spec.CleanupCommand),
            cancellationToken).ConfigureAwait(false);
        // Whoever ends meanwhile does not see an entry that came later.
        if (_isEnded) process.Abandon(Killed);
        try
        {
            await process.Started.WaitAsync(cancellationToken).ConfigureAwait(false);
            return process;
        }
        catch (OperationCanceledException)
        {
            await SendAsync(new SignalRequest(id, Kill: true), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            await _reading.ConfigureAwait(false);
            return;
        }

        await CloseRequestsAsync().ConfigureAwait(false);
        try
        {
            await _reading.WaitAsync(s_endTimeout, TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.LogWarning("The supervisor (pid {ProcessId}) did not end within {Seconds} s and is killed", SupervisorProcessId, s_endTimeout.TotalSeconds);
            _supervisor.Kill();
            await _reading.ConfigureAwait(false);
        }

        _supervisor.Dispose();
    }

    /// <summary>Writes one request. Once the supervisor is gone there is nothing to ask, and every process is known to have ended.</summary>
    public async Task SendAsync(SupervisorRequest request, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Lines.SupervisorRequest);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A request is written whole: half a line would garble the next one.
            await _requests.WriteAsync((byte[])[.. line, (byte)'\n'], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _logger.LogDebug(exception, "The supervisor takes no request any more");
        }
        finally
        {
            _turn.Release();
        }
    }

    internal void LogNotKilled(SupervisedProcess process, TimeSpan timeout) => _logger.LogWarning(
        "'{Resource}' (pid {ProcessId}) is not gone {Seconds} s after SIGKILL", process.Name, process.ProcessId, timeout.TotalSeconds);

    private async Task CloseRequestsAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await _requests.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It is gone already.
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadEventsAsync()
    {
        try
        {
            using var reader = new StreamReader(_supervisor.StandardOutput.BaseStream, Encoding.UTF8);
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
                if (JsonSerializer.Deserialize(line, ProtocolJson.Lines.SupervisorEvent) is { } supervisorEvent)
                    Handle(supervisorEvent);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            _logger.LogDebug(exception, "The supervisor's events ended within a line");
        }

        await EndAsync().ConfigureAwait(false);
    }

    private void Handle(SupervisorEvent supervisorEvent)
    {
        if (_processes.TryGetValue(supervisorEvent.Id, out var process) && process.Handle(supervisorEvent))
            _processes.TryRemove(supervisorEvent.Id, out _);
    }

    private async Task ReadErrorsAsync()
    {
        while (await _supervisor.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            _logger.LogWarning("Supervisor: {Message}", line);
    }

    private async Task EndAsync()
    {
        await _supervisor.WaitForExitAsync().ConfigureAwait(false);
        _isEnded = true;
        var isLost = Volatile.Read(ref _isDisposed) == 0;
        if (isLost) await SweepAsync().ConfigureAwait(false);
        foreach (var process in _processes.Values) process.Abandon(Killed);
        if (isLost) _lost.TrySetResult();
    }

    /// <summary>The direct children died with the supervisor; what they had started and what made itself a daemon did not.</summary>
    private async Task SweepAsync()
    {
        _logger.LogError("The supervisor (pid {ProcessId}) ended unexpectedly with exit code {ExitCode}: the graph is stopped", SupervisorProcessId, _supervisor.ExitCode);
        await _mark.EndProcessesAsync(TimeProvider, _logger).ConfigureAwait(false);
        await Task.WhenAll(_processes.Values.Select(process => Supervisor.CleanupCommand.Start(process.CleanupCommand))).ConfigureAwait(false);
    }
}
