namespace Kthena.Bench.ModelServer.Overload;
internal sealed class OverloadBenchmark : IBenchmark
{
    public string Name => "overload";
    public string Summary => "";
    public Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Bar>>([]);
}
