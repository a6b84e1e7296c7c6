using System.Net.Http.Json;
using Aspire.Hosting.Testing;
using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>A graph with GPUs in which a model fails, another is slow and a GPU reports an error.</summary>
public sealed class FaultyGraphFixture : IAsyncLifetime
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    public RunningGraph Graph { get; private set; } = null!;

    /// <summary>What is at hand for panels that show nothing otherwise.</summary>
    public static IReadOnlyList<string> Shows { get; } = ["gpus", "errors", "latency", "gpu-xid"];

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Graph = await RunningGraph.StartAsync(new RunningGraphOptions { Arguments = ["--Gpu:Device=fake"] }, cancellation);
        // An error is an increase only where there was none before.
        await Eventually.IsTrueAsync("GPUs without an error", s_bound, async token =>
            await Graph.Prometheus.QueryAsync("""nvidia_gpu_xid_errors_total{gpu_id="0"} == 0""", token) is { Count: > 0 }, cancellation);
        using var http = Graph.App.CreateHttpClient("model-server", "http");
        await InjectAsync(http, "errors", new { model = "lande-t50" }, cancellation);
        await InjectAsync(http, "latency", new { model = "lande-t50-pruned" }, cancellation);
        await InjectAsync(http, "gpu-xid", new { gpu = 0 }, cancellation);
    }

    public ValueTask DisposeAsync() => Graph.DisposeAsync();

    private static async Task InjectAsync(HttpClient http, string fault, object where, CancellationToken cancellation)
    {
        using var answer = await http.PutAsJsonAsync(new Uri($"/faults/{fault}", UriKind.Relative), where, cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }
}
