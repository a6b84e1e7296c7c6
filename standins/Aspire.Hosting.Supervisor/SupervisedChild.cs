using System.Diagnostics;
using Aspire.Hosting.Supervisor.Output;
using Aspire.Hosting.Supervisor.Processes;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervisor;

/// <summary>One process of the graph with everything that it starts. Used by the main thread only.</summary>
internal sealed class SupervisedChild : IDisposable
{
    private readonly StartRequest _request;
    private readonly Process _process;
    private readonly OrderlyEnd _end = new();

    private SupervisedChild(StartRequest request, Process process)
    {
        _request = request;
        _process = process;
        ProcessId = process.Id;
    }

    public int Id => _request.Id;

    public int ProcessId { get; }

    public IReadOnlyList<string>? CleanupCommand => _request.CleanupCommand;

    /// <summary>Completes when both output streams have ended: when nobody holds their other end.</summary>
    public Task Output { get; private set; } = Task.CompletedTask;

    /// <summary>When the process itself ended; null while it runs.</summary>
    public long? ExitedAt { get; set; }

    public static SupervisedChild Start(StartRequest request)
    {
        var start = Launcher.DyingWithParent([request.Command, .. request.Arguments]);
        start.WorkingDirectory = request.WorkingDirectory;
        foreach (var (name, value) in request.Environment) start.Environment[name] = value;
        var mark = request.Mark.Split('=', 2);
        start.Environment[mark[0]] = mark[1];
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(request, process);
    }

    public void ReadOutput(EventWriter events) => Output = Task.WhenAll(
        OutputPump.RunAsync(Id, isError: false, _process.StandardOutput.BaseStream, events),
        OutputPump.RunAsync(Id, isError: true, _process.StandardError.BaseStream, events));

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Asks the process group to end.</summary>
    public void Terminate()
    {
        _end.NoteAsked(Members(ProcessTable.Read()).Where(entry => entry.GroupId == ProcessId));
        // While the group is not there yet, the process is.
        if (!NativeMethods.Send(-ProcessId, Signal.Terminate)) NativeMethods.Send(ProcessId, Signal.Terminate);
    }

    /// <summary>Ends whatever it started and left behind, including what made itself a daemon. False when nothing is left.</summary>
    public bool EndMembers(bool force)
    {
        var members = Members(ProcessTable.Read()).ToArray();
        if (force) OrderlyEnd.Force(members);
        else _end.Ask(members);
        return members.Length > 0;
    }

    public void Dispose()
    {
        // Streams that were asked for are not closed by Process.Dispose.
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
    }

    private IEnumerable<ProcessEntry> Members(ProcessTable table) => table.DescendantsOf(Environment.ProcessId)
        .Where(entry => entry.SessionId == ProcessId || table.IsWithin(entry, ProcessId) || EnvironmentMark.Has(entry.Id, _request.Mark));
}
