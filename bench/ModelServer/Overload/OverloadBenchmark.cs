using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Overload;

/// <summary>
/// The server at its capacity, then at ten times that, then at its capacity again. Requests are lists of texts that are new each time, so that
/// computing them is what they cost, and the queue has room for as many of them as a caller would wait for: some tens of milliseconds.
/// </summary>
internal sealed class OverloadBenchmark : IBenchmark
{
    private const int ListSize = 256;
    private const int QueueCapacity = 16;
    private const double Overload = 10;
    private const double SlowestAdmitted = 2;
    private const double MostMemory = 2;
    private const int LongestRecovery = 1;

    // As many as the queue lets wait, and fewer.
    private static readonly int[] s_callers = [4, 8, 12];

    public string Name => "overload";

    public string Summary => $"{Overload} times the capacity for 60 s";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(
            ServerSettings.With(ServerSettings.Cached, "Inference:QueueCapacity", $"{QueueCapacity}"), run.Time, cancellationToken);
        var client = new ClassifyClient(server.Client, run.Time);
        var bodies = new RequestBodies(ServerSettings.Model, [.. Enumerable.Range(0, ListSize).Select(i => run.Texts[i % run.Texts.Count])]);
        var capacity = await Capacity.MeasureAsync(client, bodies, s_callers, server, run, cancellationToken);

        Phase[] phases =
        [
            new("settling", 1, run.Scaled(5)),
            new("at capacity", 1, run.Scaled(20)),
            new("overload", Overload, run.Scaled(60)),
            new("at capacity again", 1, run.Scaled(20)),
        ];
        await using var memory = new MemoryWatch(server.Id, run.Time);
        var answers = await new OpenLoop(client, bodies, run.Time).RunAsync(
            [.. phases.Select(phase => (phase, phase.Load * capacity.RequestsPerSecond))], cancellationToken);
        var outcome = new OverloadOutcome(capacity, answers[1], answers[2], answers[3], memory, run.Time);
        outcome.Print();
        return
        [
            Bar.AtMost("overload: p99 of the admitted / at capacity", outcome.Slowdown, SlowestAdmitted),
            Bar.AtMost("overload: answers other than 200 and 429", outcome.Others, 0),
            Bar.AtMost("overload: most memory / at capacity", outcome.MemoryGrowth, MostMemory),
            Bar.AtMost("overload: seconds until no more is refused than before", outcome.SecondsToRecover, LongestRecovery),
        ];
    }
}
