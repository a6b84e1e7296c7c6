using System.CommandLine;
using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Models;
using Kthena.Bench.Lookout.Paint;
using Kthena.Bench.Lookout.Redraw;
using Kthena.StackTesting;
using Microsoft.Playwright;
using Spectre.Console;

namespace Kthena.Bench.Lookout;

/// <summary>The command line: which benchmarks.</summary>
internal static class BenchCommand
{
    // What the tables take; a file is said to be narrower.
    private const int Width = 120;

    private const int Missed = 1;
    private const int BadUsage = 2;
    private const int Cancelled = 130;

    private static readonly IBenchmark[] s_all = [new PaintBenchmark(), new RedrawBenchmark(), new ModelsBenchmark()];

    /// <summary>Runs what the command line asks for. The exit code is 0 when all was measured and every bar held.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var benchmarks = new Argument<string[]>("benchmark")
        {
            Description = $"Which to run, all without: {string.Join(", ", s_all.Select(benchmark => $"{benchmark.Name} ({benchmark.Summary})"))}.",
        };
        var command = new RootCommand("Benchmarks of Lookout's page, as it is built, in the browser of this machine.") { benchmarks };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(benchmarks) ?? [], cancellation));

        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        return await FailAsync(string.Join("; ", parsed.Errors.Select(error => error.Message)), BadUsage);
    }

    private static async Task<int> RunAsync(string[] names, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(name => !s_all.Any(benchmark => benchmark.Name == name)) is { } unknown)
            return await FailAsync($"there is no benchmark '{unknown}'; there are: {string.Join(", ", s_all.Select(benchmark => benchmark.Name))}", BadUsage);
        if (InstalledChromium.Refusal is { } refusal)
            return await FailAsync(refusal, Missed);

        try
        {
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
            await using var chromium = await Chromium.LaunchAsync();
            var bars = new List<Bar>();
            foreach (var benchmark in s_all.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
                bars.AddRange(await benchmark.RunAsync(chromium, cancellation));
            BarTable.Print(bars);
            return bars.TrueForAll(bar => bar.Holds) ? 0 : Missed;
        }
        catch (Exception exception) when (exception is BenchmarkException or PlaywrightException or TimeoutException or FileNotFoundException)
        {
            return await FailAsync(exception.Message, Missed);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }
    }

    private static async Task<int> FailAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync($"lookout: {message}");
        return exitCode;
    }
}
