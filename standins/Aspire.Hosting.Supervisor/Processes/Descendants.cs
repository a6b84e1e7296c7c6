namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>Ends every descendant of this process: as its subreaper it has all of them, daemons too.</summary>
internal static class Descendants
{
    /// <summary>Not even SIGKILL ends a process that waits in the kernel for a device: nobody waits for that without end.</summary>
    private static readonly TimeSpan s_giveUp = TimeSpan.FromSeconds(30);

    /// <summary>SIGTERM to each once, SIGKILL after the grace period, until none is left, those forked meanwhile included.</summary>
    public static void End(TimeSpan grace, TimeSpan pollInterval, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var end = new OrderlyEnd();
        using var pause = new ManualResetEventSlim();
        while (time.GetElapsedTime(start) is var elapsed && elapsed < grace + s_giveUp)
        {
            var left = ProcessTable.Read().DescendantsOf(Environment.ProcessId).ToArray();
            if (left.Length == 0) return;
            if (elapsed < grace) end.Ask(left);
            else OrderlyEnd.Force(left);
            pause.Wait(pollInterval);
        }
    }
}
