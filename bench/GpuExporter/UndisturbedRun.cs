using System.ComponentModel;
using System.Diagnostics;

namespace Kthena.Bench.GpuExporter;

/// <summary>
/// The same benchmark at real-time priority (sched(7)), by chrt of util-linux. On a virtual machine with few processors the slowest hundredth of
/// scrapes is otherwise that of the scheduler: a scrape of no GPU has it too.
/// </summary>
internal static class UndisturbedRun
{
    private const string Mark = "KTHENA_BENCH_UNDISTURBED";

    public static bool IsThis => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>Runs it so; null where that is not allowed or chrt is missing.</summary>
    public static async Task<int?> TryAsync(string[] args, CancellationToken cancellationToken)
    {
        if (await RunAsync(["true"], cancellationToken) != 0)
            return null;
        return await RunAsync(["dotnet", "exec", typeof(UndisturbedRun).Assembly.Location, .. args], cancellationToken);
    }

    private static async Task<int?> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo("chrt", ["--fifo", "10", .. command]) { Environment = { [Mark] = "1" } };
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
