using Kthena.TrafficGenerator.CommandLine;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Settings;
using Spectre.Console;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Reports a run once nothing more is sent.</summary>
internal sealed class RunEnd(RunStatistics statistics, TrafficSettings settings, RunOptions options, ModelServerClient client, ILogger<RunEnd> logger)
{
    /// <summary>Writes the report's file and, of a run with a duration, the table; returns the exit code of the program.</summary>
    public async Task<int> ReportAsync(TextWriter output)
    {
        var report = statistics.Report(new(client.Server, options.Duration, settings.Current.Options));
        if (options.Duration is not null)
            ReportTable.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }), report);
        if (options.Report is { } file && !await TryWriteAsync(report, file))
            return ExitCodes.Failure;
        // A run until stopped has done what it was asked to, whatever came of it.
        return options.Duration is null || report.Answered > 0 ? ExitCodes.Success : ExitCodes.NothingAnswered;
    }

    private async Task<bool> TryWriteAsync(RunReport report, string file)
    {
        try
        {
            await using var stream = File.Create(file);
            await report.WriteAsync(stream, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogError("The report is not written to {File}: {Reason}", file, e.Message);
            return false;
        }
    }
}
