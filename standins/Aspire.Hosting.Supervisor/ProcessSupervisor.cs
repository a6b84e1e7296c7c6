using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Aspire.Hosting.Supervisor.Output;
using Aspire.Hosting.Supervisor.Processes;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervisor;

/// <summary>
/// Starts the processes of one graph and sees to it that none outlives the AppHost: end of file on the request stream means that the
/// AppHost is gone, however it died. All state belongs to the main thread; other threads post to it. Idle, it waits without polling.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ProcessSupervisor : IDisposable
{
    /// <summary>How often the process table is read while something is being ended.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Between SIGTERM and SIGKILL for what is left behind.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Action> _work = [];
    private readonly Dictionary<int, SupervisedChild> _children = [];
    private readonly List<SupervisedChild> _ending = [];
    private readonly EventWriter _events;
    private readonly TimeProvider _time = TimeProvider.System;
    private bool _isEnd;
    private int _isReapPosted;

    private ProcessSupervisor(Stream output) => _events = new(output);

    public static int Run(Stream requests, Stream events)
    {
        using var supervisor = new ProcessSupervisor(events);
        NativeMethods.BecomeSubreaper();
        // Ctrl+C and hang-up may reach a whole terminal: the AppHost decides in which order things stop.
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            _ = PosixSignalRegistration.Create(signal, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            supervisor.Post(supervisor.End);
        });
        using var childEnded = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => supervisor.PostReap());
        new Thread(() => supervisor.ReadRequests(requests)) { IsBackground = true, Name = "requests" }.Start();
        supervisor.WorkUntilEnd();
        supervisor.EndAll();
        return 0;
    }

    public void Dispose() => _events.Dispose();

    private void Post(Action action) => _work.Add(action);

    private void PostReap()
    {
        // One look at the process table serves any number of ended children.
        if (Interlocked.Exchange(ref _isReapPosted, 1) == 0) Post(ReapAdopted);
    }

    private void End() => _isEnd = true;

    private void ReadRequests(Stream requests)
    {
        RequestReader.ReadAll(requests, request => Post(() => Handle(request)));
        Post(End);
    }

    private void WorkUntilEnd()
    {
        while (!_isEnd)
        {
            if (_work.TryTake(out var action, _ending.Count == 0 ? Timeout.InfiniteTimeSpan : PollInterval)) action();
            else _ending.RemoveAll(TryFinish);
        }
    }

    private void Handle(SupervisorRequest request)
    {
        switch (request)
        {
            case StartRequest start:
                Start(start);
                break;
            case SignalRequest signal when _children.TryGetValue(signal.Id, out var child):
                if (signal.Kill) child.EndMembers(force: true);
                else if (child.ExitedAt is null) child.Terminate();
                break;
        }
    }

    private void Start(StartRequest request)
    {
        try
        {
            var child = SupervisedChild.Start(request);
            _children.Add(child.Id, child);
            _events.Write(new StartedEvent(child.Id, child.ProcessId));
            child.ReadOutput(_events);
            _ = ReportExitAsync(child);
        }
        catch (Exception exception)
        {
            _events.Write(new FailedEvent(request.Id, exception.Message));
        }
    }

    private async Task ReportExitAsync(SupervisedChild child)
    {
        var exitCode = await child.WaitForExitAsync().ConfigureAwait(false);
        await _events.WriteAsync(new ExitedEvent(child.Id, exitCode)).ConfigureAwait(false);
        Post(() =>
        {
            child.ExitedAt = _time.GetTimestamp();
            if (!TryFinish(child)) _ending.Add(child);
        });
    }

    /// <summary>The process has ended: so does what it left behind, first politely.</summary>
    private bool TryFinish(SupervisedChild child)
    {
        var isPatient = _time.GetElapsedTime(child.ExitedAt!.Value) < Grace;
        if (child.EndMembers(force: !isPatient)) return false;
        // Output that somebody outside holds open ends with the patience.
        if (!child.Output.IsCompleted && isPatient) return false;
        CleanUp(child);
        return true;
    }

    private void CleanUp(SupervisedChild child)
    {
        var cleanup = CleanupCommand.Start(child.CleanupCommand);
        _ = FinishAsync();

        async Task FinishAsync()
        {
            await cleanup.ConfigureAwait(false);
            await _events.WriteAsync(new GoneEvent(child.Id)).ConfigureAwait(false);
            Post(() =>
            {
                _children.Remove(child.Id);
                child.Dispose();
            });
        }
    }

    /// <summary>.NET reaps the processes that it started; those that came here because their parent ended are ours to reap.</summary>
    private void ReapAdopted()
    {
        Volatile.Write(ref _isReapPosted, 0);
        var own = _children.Values.Select(child => child.ProcessId).ToHashSet();
        foreach (var zombie in ProcessTable.Read().ZombieChildrenOf(Environment.ProcessId))
            if (!own.Contains(zombie) && !CleanupCommand.IsRunning(zombie))
                NativeMethods.Reap(zombie);
    }

    private void EndAll()
    {
        Descendants.End(Grace, PollInterval, _time);
        var cleanups = _children.Values.Select(child => CleanupCommand.Start(child.CleanupCommand)).ToArray();
        Task.WaitAll(cleanups);
        Descendants.End(TimeSpan.Zero, PollInterval, _time);
    }
}
