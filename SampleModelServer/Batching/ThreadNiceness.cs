using System.Runtime.InteropServices;

namespace Kthena.SampleModelServer.Batching;

/// <summary>
/// Lets threads that compute step back behind those that serve connections where a processor is short: under more load than the server can
/// bear, refusals have to leave, or requests pile up where no queue bounds them. Idle processors are used as before.
/// </summary>
internal static partial class ThreadNiceness
{
    // Ten levels are a tenth of the weight: enough to go on computing whatever comes (sched(7)).
    private const int Levels = 10;
    private const int AllLevels = 19;

    /// <summary>Makes the calling thread one that computes. .NET's thread priorities have no effect on Linux; elsewhere this has none.</summary>
    public static void StepBack() => StepBack(Levels);

    /// <summary>Makes the calling thread one that computes only what nobody waits for.</summary>
    public static void StepBackFurthest() => StepBack(AllLevels);

    private static void StepBack(int levels)
    {
        // Where it is not allowed the thread competes as any other.
        if (OperatingSystem.IsLinux())
            _ = Nice(levels);
    }

    // On Linux it is the calling thread's alone (nice(2), C library/kernel differences).
    [LibraryImport("libc", EntryPoint = "nice")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Nice(int increment);
}
