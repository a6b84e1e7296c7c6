using System.CommandLine;
using Kthena.Bench.ModelServer.Batching;
using Kthena.Bench.ModelServer.Latency;
using Kthena.Bench.ModelServer.Metrics;
using Kthena.Bench.ModelServer.Overload;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Throughput;
using Spectre.Console;

namespace Kthena.Bench.ModelServer;

/// <summary>The command line: which benchmarks, and for how long.</summary>
internal static class BenchCommand
{
    // What the tables take; a file is said to be narrower.
    private const int Width = 120;

    private const int Missed = 1;
    private const int BadUsage = 2;
    private const int Cancelled = 130;

    private static readonly IBenchmark[] s_all =
        [new ThroughputBenchmark(), new BatchingBenchmark(), new LatencyBenchmark(), new MetricsBenchmark(), new OverloadBenchmark()];

    /// <summary>Runs what the command line asks for. The exit code is 0 when all was measured and every bar held.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var benchmarks = new Argument<string[]>("benchmark")
        {
            Description = $"Which to run, all without: {string.Join(", ", s_all.Select(benchmark => $"{benchmark.Name} ({benchmark.Summary})"))}.",
        };
        var scale = new Option<double>("--scale")
        {
            Description = "Multiplies how long everything is measured, 0.02 to 10. Below 1 figures are rough: for trying, not for reporting.",
            DefaultValueFactory = _ => 1,
        };
        var command = new RootCommand("Benchmarks of the model server. Each compares what it measures in one run.") { benchmarks, scale };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(benchmarks) ?? [], parsed.GetValue(scale), cancellation));

        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        return await FailAsync(string.Join("; ", parsed.Errors.Select(error => error.Message)), BadUsage);
    }

    private static async Task<int> RunAsync(string[] names, double scale, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(name => !s_all.Any(benchmark => benchmark.Name == name)) is { } unknown)
            return await FailAsync($"there is no benchmark '{unknown}'; there are: {string.Join(", ", s_all.Select(benchmark => benchmark.Name))}", BadUsage);
        if (scale is not (>= 0.02 and <= 10))
            return await FailAsync("--scale is a number from 0.02 to 10", BadUsage);

        try
        {
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
            await ProcessorCore.Client.TakeThisProcessAsync(cancellation);
            using var run = new BenchRun(scale, TimeProvider.System);
            var bars = new List<Bar>();
            foreach (var benchmark in s_all.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
                bars.AddRange(await benchmark.RunAsync(run, cancellation));
            BarTable.Print(bars);
            return bars.TrueForAll(bar => bar.Holds) ? 0 : Missed;
        }
        catch (BenchmarkException exception)
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
        await Console.Error.WriteLineAsync($"modelserver: {message}");
        return exitCode;
    }
}
