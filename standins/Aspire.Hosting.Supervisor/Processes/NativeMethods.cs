using System.Runtime.InteropServices;

namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>The system calls that .NET has no API for.</summary>
internal static partial class NativeMethods
{
    public const int NoSuchProcess = 3;
    public const int ExecutePermission = 1;
    private const int SetChildSubreaper = 36;
    private const int DoNotHang = 1;

    /// <summary>Descendants whose parent ends become children of this process instead of init's.</summary>
    public static void BecomeSubreaper() => _ = prctl(SetChildSubreaper, 1, 0, 0, 0);

    /// <summary>Frees the process table entry of a child that has ended.</summary>
    public static void Reap(int processId) => _ = waitpid(processId, out _, DoNotHang);

    /// <summary>False when there is no such process or process group (<paramref name="target"/> below 0).</summary>
    public static bool Send(int target, Signal signal) => kill(target, (int)signal) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    /// <summary>Whether this user may execute the file.</summary>
    public static bool IsExecutable(string path) => access(path, ExecutePermission) == 0;

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int processId, int signal);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int processId, out int status, int options);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int access(string path, int mode);
}
