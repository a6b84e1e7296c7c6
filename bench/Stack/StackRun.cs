using System.Text.Json.Nodes;

namespace Kthena.Bench.Stack;

/// <summary>What one start of the graph measured.</summary>
internal sealed record StackRun(bool AllHealthy, TimeSpan Total, IReadOnlyDictionary<string, double> StartSeconds, IReadOnlyList<ProcessMemory> Memory)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);

    public static async Task<StackRun> MeasureAsync(RunningGraph graph, CancellationToken cancellationToken)
    {
        JsonArray? resources = null;
        while (!graph.HasExited && graph.Elapsed < s_timeout)
        {
            resources = await graph.ResourcesAsync(cancellationToken);
            if (resources is { Count: > 0 } && resources.All(IsHealthy)) break;
            await Task.Delay(s_poll, TimeProvider.System, cancellationToken);
        }

        var total = graph.Elapsed;
        var starts = (resources ?? []).Where(resource => resource?["startSeconds"] is not null)
            .ToDictionary(resource => resource!["name"]!.GetValue<string>(), resource => resource!["startSeconds"]!.GetValue<double>());
        await Task.Delay(s_settle, TimeProvider.System, cancellationToken);
        return new StackRun(resources is { Count: > 0 } && resources.All(IsHealthy), total, starts, ProcessMemory.OfTree(graph.ProcessId));
    }

    private static bool IsHealthy(JsonNode? resource) => resource?["health"]?.GetValue<string>() == "Healthy";
}
