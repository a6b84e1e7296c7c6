using Kthena.Bench.ModelServer.Throughput;

namespace Kthena.Bench.ModelServer.Batching;

/// <summary>The same pipeline with batches and without, asked by many callers at once who each want one text classified.</summary>
internal sealed class BatchingBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Callers = 256;

    public string Name => "batching";

    public string Summary => "batches of 32 against batches of 1";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var texts = await TextFile.WriteAsync(run, cancellationToken);
        await using var unbatched = Worker.Pipeline(new PipelineShape(Callers, TextsPerRequest: 1, MaxBatchSize: 1), texts, run.Time);
        await using var batched = Worker.Pipeline(new PipelineShape(Callers, TextsPerRequest: 1, MaxBatchSize: 32), texts, run.Time);
        Contestant[] contestants = [Contestant.Of("batches of 1", unbatched), Contestant.Of("batches of 32", batched)];
        var rates = await Contestant.TakeTurnsAsync(contestants, Rounds, run.Scaled(2), cancellationToken);
        TurnTable.Print($"Batched against unbatched on one core, {Callers} callers with one text each", contestants, rates);
        return [];
    }
}
