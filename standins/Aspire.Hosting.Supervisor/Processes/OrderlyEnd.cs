namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>Asks processes to end, each once: programs take a second SIGTERM as impatience.</summary>
internal sealed class OrderlyEnd
{
    private readonly HashSet<int> _asked = [];

    /// <summary>Remembers processes that got the signal otherwise.</summary>
    public void NoteAsked(IEnumerable<ProcessEntry> processes) => _asked.UnionWith(processes.Select(process => process.Id));

    /// <summary>SIGTERM to those that have not been asked. What a process starts once it was asked is part of its orderly end, and left alone.</summary>
    public void Ask(IReadOnlyCollection<ProcessEntry> processes)
    {
        while (processes.Where(process => _asked.Contains(process.ParentId) && !_asked.Contains(process.Id)).ToArray() is { Length: > 0 } helpers) NoteAsked(helpers);
        foreach (var process in processes.Where(process => !_asked.Contains(process.Id)).ToArray())
        {
            _asked.Add(process.Id);
            NativeMethods.Send(process.Id, Signal.Terminate);
        }
    }

    /// <summary>SIGKILL to all.</summary>
    public static void Force(IEnumerable<ProcessEntry> processes)
    {
        foreach (var process in processes) NativeMethods.Send(process.Id, Signal.Kill);
    }
}
