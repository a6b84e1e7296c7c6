using System.Runtime.InteropServices;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>Pauses shorter than the millisecond of .NET's timers: a loop at thousands of requests a second would send in bursts without.</summary>
internal static partial class Pause
{
    /// <summary>Blocks the calling thread; Linux adds some 50 microseconds (PR_SET_TIMERSLACK(2const)).</summary>
    public static void For(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            return;
        var request = new TimeSpec((nint)duration.TotalSeconds, (nint)(duration.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
        // Woken early by a signal it is just shorter; the caller looks at the clock.
        _ = NanoSleep(in request, 0);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NanoSleep(in TimeSpec request, nint remaining);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
