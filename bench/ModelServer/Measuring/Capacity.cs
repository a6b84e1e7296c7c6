using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>The most requests that a server answers.</summary>
/// <param name="RequestsPerSecond">Of the number of callers that gets the most out of it.</param>
/// <param name="ServerBusy">The share of its processor that it used meanwhile; well below 1, and this process was what limited.</param>
/// <param name="ClientBusy">The share of its processor that this process used meanwhile.</param>
internal sealed record Capacity(double RequestsPerSecond, double ServerBusy, double ClientBusy)
{
    /// <summary>Warms the server up and measures it with several numbers of callers, who each wait for their answers.</summary>
    public static async Task<Capacity> MeasureAsync(
        ClassifyClient client, RequestBodies bodies, int[] numbers, ServerProcess server, BenchRun run, CancellationToken cancellationToken)
    {
        await WarmUp.RunAsync(
            async (duration, cancellation) => (await client.LoopAsync(bodies, numbers[0], duration, cancellation)).RequestsPerSecond, cancellationToken);
        var best = new Capacity(0, 0, 0);
        foreach (var callers in numbers)
        {
            var (serverBefore, clientBefore) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
            var loop = (await client.LoopAsync(bodies, callers, run.Scaled(5), cancellationToken)).AllSucceeded();
            if (loop.RequestsPerSecond > best.RequestsPerSecond)
                best = new(loop.RequestsPerSecond, (server.ProcessorTime - serverBefore) / loop.Elapsed, (Environment.CpuUsage.TotalTime - clientBefore) / loop.Elapsed);
        }

        return best;
    }

    public override string ToString() => $"{RequestsPerSecond:N0} requests/s, server's core {ServerBusy:P0} busy, client's {ClientBusy:P0}";
}
