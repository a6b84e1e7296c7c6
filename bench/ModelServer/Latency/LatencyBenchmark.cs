namespace Kthena.Bench.ModelServer.Latency;
internal sealed class LatencyBenchmark : IBenchmark
{
    public string Name => "latency";
    public string Summary => "";
    public Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Bar>>([]);
}
