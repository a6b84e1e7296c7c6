using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>
/// The npm package's own JavaScript against the server's pipeline, and against the whole server over HTTP: the same texts on the same
/// processor in turns. Nothing is cached.
/// </summary>
internal sealed class ThroughputBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int ListSize = 256;
    private const int Callers = 4;
    private const double Ratio = 5;

    public string Name => "throughput";

    public string Summary => "against the npm package's JavaScript";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var texts = await TextFile.WriteAsync(run, cancellationToken);
        await using var javaScript = Worker.JavaScript(texts, run.Time);
        await using var pipeline = Worker.Pipeline(new PipelineShape(Callers, ListSize, MaxBatchSize: 32), texts, run.Time);
        await using var server = await ServerProcess.StartAsync(ServerSettings.Uncached, run.Time, cancellationToken);
        await AgreeAsync(javaScript, pipeline, cancellationToken);

        var client = new ClassifyClient(server.Client, run.Time);
        var bodies = new RequestBodies(ServerSettings.Model, [.. Enumerable.Range(0, ListSize).Select(i => run.Texts[i % run.Texts.Count])]);
        Contestant[] contestants =
        [
            Contestant.Of("JavaScript of the npm package", javaScript),
            Contestant.Of("pipeline: queue and batches of 32", pipeline),
            new($"HTTP: lists of {ListSize}", async (duration, cancellation) =>
                (await client.LoopAsync(bodies, Callers, duration, cancellation)).AllSucceeded().TextsPerSecond),
        ];
        var rates = await Contestant.TakeTurnsAsync(contestants, Rounds, run.Scaled(2), cancellationToken);
        TurnTable.Print($"Throughput on one core, {Rounds} rounds in turns", contestants, rates);
        return [Bar.AtLeast("throughput: pipeline / JavaScript", rates[1].Median / rates[0].Median, Ratio)];
    }

    // A ratio means nothing unless both do the same work.
    private static async Task AgreeAsync(Worker javaScript, Worker pipeline, CancellationToken cancellationToken)
    {
        var (theirs, ours) = (await javaScript.LabelsAsync(cancellationToken), await pipeline.LabelsAsync(cancellationToken));
        if (!theirs.SequenceEqual(ours))
            throw new BenchmarkException("the pipeline and the npm package's JavaScript do not give the same labels: they do not do the same work");
    }
}
