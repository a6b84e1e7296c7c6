using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;
using Spectre.Console;

namespace Kthena.Bench.ModelServer.Overload;

/// <summary>
/// The server at its capacity, then at ten times that, then at its capacity again. Requests are lists of texts that are new each time, so that
/// computing them is what they cost.
/// </summary>
internal sealed class OverloadBenchmark : IBenchmark
{
    private const int ListSize = 256;
    private const int Callers = 8;

    public string Name => "overload";

    public string Summary => "10 times the capacity for 60 s";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(ServerSettings.With(ServerSettings.Cached, "Inference:QueueCapacity", Environment.GetEnvironmentVariable("QC") ?? "16"), run.Time, cancellationToken);
        var client = new ClassifyClient(server.Client, run.Time);
        var bodies = new RequestBodies(ServerSettings.Model, [.. Enumerable.Range(0, ListSize).Select(i => run.Texts[i % run.Texts.Count])]);
        await WarmUp.RunAsync(async (duration, cancellation) => (await client.LoopAsync(bodies, Callers, duration, cancellation)).RequestsPerSecond, cancellationToken);
        var capacity = (await client.LoopAsync(bodies, Callers, run.Scaled(10), cancellationToken)).AllSucceeded().RequestsPerSecond;

        Phase[] phases =
        [
            new("settling", 1, run.Scaled(10)),
            new("at capacity", 1, run.Scaled(20)),
            new("overload", 10, run.Scaled(60)),
            new("at capacity again", 1, run.Scaled(20)),
        ];
        await using var memory = new MemoryWatch(server.Id, run.Time);
        var answers = await new OpenLoop(client, bodies, run.Time).RunAsync([.. phases.Select(phase => (phase, phase.Load * capacity))], cancellationToken);
        var table = new Table().Title($"{capacity} / s").Width(120).AddColumns("phase", "sent/s", "200/s", "p50", "p99", "429 %", "p50 429", "p99 429", "other", "MB");
        foreach (var p in answers)
        {
            var s = p.Phase.Duration.TotalSeconds;
            table.AddRow(p.Phase.Name, $"{p.Answers.Count / s:N0}", $"{p.Admitted.Count / s:N0}", $"{p.Admitted.Median * 1e3:N0}", $"{p.Admitted.Quantile(.99) * 1e3:N0}", $"{p.RefusedShare:P1}", $"{p.Refused.Median * 1e3:N0}", $"{p.Refused.Quantile(.99) * 1e3:N0}", $"{p.Others}", $"{memory.Peak(p.From, p.Until) / 1e6:N0}");
            Console.WriteLine(string.Join(' ', p.RefusedBySecond(run.Time.TimestampFrequency).Select(x => $"{x:P0}")));
        }

        AnsiConsole.Write(table);
        return [];
    }
}
