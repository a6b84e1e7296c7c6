using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kthena.TrafficGenerator.Tests.StandAlone;

/// <summary>The built program in a process of its own.</summary>
internal static class TrafficProgram
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    /// <summary>Runs it to its end; fails where it does not come.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => RunAsync(_ => Task.CompletedTask, args);

    /// <summary>Runs it to its end, with something that happens meanwhile to the process of a number.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(Func<int, Task> meanwhile, params string[] args)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(s_bound);
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "TrafficGenerator"), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var error = process.StandardError.ReadToEndAsync(bound.Token);
            await meanwhile(process.Id);
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>Runs it with a report, and reads that.</summary>
    public static Task<(int ExitCode, string Output, JsonNode Report)> ReportAsync(params string[] args) => ReportAsync(_ => Task.CompletedTask, args);

    /// <summary>Runs it with a report, and reads that; something happens meanwhile to the process of a number.</summary>
    public static async Task<(int ExitCode, string Output, JsonNode Report)> ReportAsync(Func<int, Task> meanwhile, params string[] args)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, output, _) = await RunAsync(meanwhile, [.. args, "--report", file]);
            return (exitCode, output, JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
