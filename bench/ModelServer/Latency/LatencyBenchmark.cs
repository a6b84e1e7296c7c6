using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;
using Spectre.Console;

namespace Kthena.Bench.ModelServer.Latency;

/// <summary>
/// How long single texts take while the server is half, four fifths and nearly fully loaded. The traffic generator's processes would be
/// compiling themselves for most of such a run, so this process sends, which is warm.
/// </summary>
internal sealed class LatencyBenchmark : IBenchmark
{
    // A page of text: the server has to do enough for one that this process can send twenty times as many as it does.
    private const int Sentences = 64;

    private static readonly int[] s_callers = [8, 32, 128];
    private static readonly double[] s_loads = [0.5, 0.8, 0.95];

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(4);

    public string Name => "latency";

    public string Summary => "at 50, 80 and 95 % of capacity";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(ServerSettings.Uncached, run.Time, cancellationToken);
        var client = new ClassifyClient(server.Client, run.Time);
        var bodies = new RequestBodies(ServerSettings.Model, [string.Join(' ', run.Texts.Take(Sentences))]);
        var capacity = await Capacity.MeasureAsync(client, bodies, s_callers, server, run, cancellationToken);

        // What comes first opens connections and compiles what the open loop alone runs; each load begins with a moment that is not measured.
        Phase[] phases =
        [
            new("warming up", s_loads[^1], s_warmUp),
            .. s_loads.SelectMany(load => (Phase[])[new("settling", load, run.Scaled(1)), new($"{load:P0}", load, run.Scaled(10))]),
        ];
        var answers = await new OpenLoop(client, bodies, run.Time).RunAsync([.. phases.Select(phase => (phase, phase.Load * capacity.RequestsPerSecond))], cancellationToken);
        Print(capacity, [.. answers.Where((_, i) => i > 0 && i % 2 == 0)]);
        return [];
    }

    private static void Print(Capacity capacity, IReadOnlyList<PhaseAnswers> rows)
    {
        var table = new Table().Title($"Latency of one text, capacity {capacity}")
            .AddColumns("load", "sent/s", "p50 ms", "p95 ms", "p99 ms", "p50", "p95", "p99", "not 200").Caption("The ratios are to those at 50 %.");
        foreach (var row in rows)
        {
            string Milliseconds(double share) => $"{row.Admitted.Quantile(share) * 1e3:0.00}";
            string Ratio(double share) => $"{row.Admitted.Quantile(share) / rows[0].Admitted.Quantile(share):0.0}x";
            table.AddRow(
                row.Phase.Name, $"{row.SentPerSecond:N0}", Milliseconds(0.5), Milliseconds(0.95), Milliseconds(0.99),
                Ratio(0.5), Ratio(0.95), Ratio(0.99), $"{row.Answers.Count - row.Admitted.Count}");
        }

        AnsiConsole.Write(table);
    }
}
