using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Kthena.Bench.ModelServer.Processes;

/// <summary>
/// One processor of the machine. What is measured has the first to itself, what asks it has the second. <c>taskset</c> (util-linux) sets it
/// before a program's first instruction; <see cref="Process.ProcessorAffinity"/> would set it for the main thread of a process, and late.
/// </summary>
internal sealed class ProcessorCore(int number)
{
    public static ProcessorCore Server { get; } = new(0);

    public static ProcessorCore Client { get; } = new(1);

    /// <summary>A start of a program on this processor and no other.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("taskset", ["-c", number.ToString(CultureInfo.InvariantCulture), program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Nothing is exported while it is measured.
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        return start;
    }

    /// <summary>Moves every thread of this process here; threads to come are where those are that start them.</summary>
    /// <exception cref="BenchmarkException">There is no such processor, or no <c>taskset</c>.</exception>
    public async Task TakeThisProcessAsync(CancellationToken cancellationToken)
    {
        var taskset = new ProcessStartInfo(
            "taskset", ["-a", "-c", "-p", number.ToString(CultureInfo.InvariantCulture), Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(taskset)!;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new BenchmarkException($"the processors 0 and 1 are needed, one for each side: {(await process.StandardError.ReadToEndAsync(cancellationToken)).Trim()}");
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException("taskset is missing, which keeps programs on one processor: install the package util-linux");
        }
    }
}
