namespace Kthena.Bench.ModelServer.Metrics;
internal sealed class MetricsBenchmark : IBenchmark
{
    public string Name => "metrics";
    public string Summary => "";
    public Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Bar>>([]);
}
