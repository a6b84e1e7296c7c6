using System.Diagnostics;

namespace Aspire.Hosting.Tests.Supervision;

internal static class Signals
{
    /// <summary>kill -9 of one process that the test started.</summary>
    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    /// <summary>kill -9 of a whole process group, as a shell's job control does it.</summary>
    public static async Task KillGroupAsync(int groupId)
    {
        using var kill = Process.Start("kill", ["-9", "--", $"-{groupId}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
