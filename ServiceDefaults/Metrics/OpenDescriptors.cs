using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Kthena.ServiceDefaults.Metrics;

/// <summary>
/// Counts the open file descriptors of this process. .NET's enumeration of a folder follows every symbolic link in it, and here every entry is
/// one: some hundred system calls for one number.
/// </summary>
/// <remarks>Source: proc_pid_fd(5), opendir(3), readdir(3).</remarks>
[SupportedOSPlatform("linux")]
internal static class OpenDescriptors
{
    // Entries that are no descriptor of interest: ".", "..", and that of the folder while it is read.
    private const int Others = 3;

    /// <summary>How many there are; null where the kernel does not say.</summary>
    public static int? Count()
    {
        var folder = OpenFolder("/proc/self/fd");
        if (folder == 0)
            return null;

        var entries = 0;
        while (ReadFolder(folder) != 0)
            entries++;
        _ = CloseFolder(folder);
        return Math.Max(entries - Others, 0);
    }

    [DllImport("libc", EntryPoint = "opendir", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint OpenFolder(string path);

    [DllImport("libc", EntryPoint = "readdir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadFolder(nint folder);

    [DllImport("libc", EntryPoint = "closedir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFolder(nint folder);
}
