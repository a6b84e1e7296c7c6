using Kthena.Bench.ModelServer.Throughput;

namespace Kthena.Bench.ModelServer;

internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args is [PipelineWorker.Verb, .. var settings] ? PipelineWorker.RunAsync(settings) : BenchCommand.InvokeAsync(args);
}
