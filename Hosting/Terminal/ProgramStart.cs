using System.Diagnostics;

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
            if (thread.Id != process.Id && (start is null || thread.StartTime < start)) start = thread.StartTime;
        }

        return (start ?? process.StartTime).ToUniversalTime();
    }
}
