using System.Diagnostics;
using System.Runtime.Versioning;

namespace Aspire.Hosting.Terminal;

internal static class ProgramStart
{
    /// <summary>
    /// When this program began to run. The process may be older: a shell that ended in <c>exec</c> was there before. All threads but
    /// the first are the program's own, the runtime makes its own within milliseconds.
    /// </summary>
    public static DateTimeOffset Get()
    {
        using var process = Process.GetCurrentProcess();
        if (!OperatingSystem.IsLinux()) return process.StartTime.ToUniversalTime();

        DateTime? start = null;
        foreach (ProcessThread thread in process.Threads)
        {
            if (thread.Id == process.Id || StartOf(thread) is not { } threadStart) continue;
            if (start is null || threadStart < start) start = threadStart;
        }

        return (start ?? process.StartTime).ToUniversalTime();
    }

    // Threads come and go while they are listed.
    [SupportedOSPlatform("linux")]
    private static DateTime? StartOf(ProcessThread thread)
    {
        try
        {
            return thread.StartTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
