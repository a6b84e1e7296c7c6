using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Kthena.StackTesting;
using Microsoft.Extensions.DependencyInjection;

namespace Kthena.EndToEnd.Tests.Containers;

/// <summary>The same graph with Prometheus and Alertmanager as containers, where an engine answers.</summary>
public sealed class ContainerGraphTests : IAsyncLifetime
{
    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(20);
    private static readonly string[] s_jobs =
        ["alertmanager", "gpu-exporter", "kthena-models", "kube-state-metrics", "lookout", "notification-receiver", "prometheus", "traffic-generator"];

    private readonly Dictionary<string, ToolImage> _images = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if ((ToolImage.Refusal ?? await Docker.RefusalAsync(Cancellation)) is { } refusal) Assert.Skip(refusal);
        _images.Add("prometheus", await ToolImage.ImportAsync("prometheus", "prometheus", Cancellation));
        _images.Add("alertmanager", await ToolImage.ImportAsync("alertmanager", "prometheus-alertmanager", Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var image in _images.Values) await image.DisposeAsync();
    }

    [Fact]
    public async Task The_graph_monitors_and_reloads_in_containers_and_leaves_nothing_behind()
    {
        List<Process> processes;
        await using (var stack = await StartAsync())
        {
            Assert.Equal(2, (await ContainersAsync()).Count);
            processes = [.. stack.App.Services.GetRequiredService<DistributedApplicationModel>().Resources.SelectMany(resource => ProcessOf(stack, resource.Name))];
            Assert.Equal(7, processes.Count);

            await stack.IsQuietAsync(s_discovery, Cancellation);
            Assert.Equal(s_jobs, (await stack.Prometheus.TargetHealthAsync(Cancellation)).Select(job => job.Key).Order());
            var watchdog = await Eventually.GetAsync("A Watchdog notification", s_discovery, cancellation => stack.Notifications.FindAsync("Watchdog", "firing", cancellation), Cancellation);
            Assert.EndsWith("/runbooks/Watchdog.md", watchdog.Annotations["runbook_url"], StringComparison.Ordinal);

            await File.WriteAllTextAsync(
                Path.Join(stack.Content, "rules", "alerts", "added.yml"), "groups: [{name: added, rules: [{alert: Added, expr: vector(0) > 1}]}]", Cancellation);
            await Eventually.IsTrueAsync("Prometheus having the added rule", s_discovery,
                async cancellation => (await stack.Prometheus.AlertingRulesAsync(cancellation)).Contains("Added"), Cancellation);
        }

        Assert.Empty(await ContainersAsync());
        Assert.All(processes, process => Assert.True(process.HasExited));
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public async Task Two_graphs_run_beside_each_other_in_containers()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        Assert.Equal(4, (await ContainersAsync()).Count);
        await first.IsQuietAsync(s_discovery, Cancellation);
        await second.IsQuietAsync(s_discovery, Cancellation);
    }

    private static IEnumerable<Process> ProcessOf(RunningGraph stack, string resource)
        => stack.App.ResourceNotifications.TryGetCurrentState(resource, out var state)
            && state.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is int pid
            ? [Process.GetProcessById(pid)]
            : [];

    private Task<RunningGraph> StartAsync() => RunningGraph.StartAsync(new RunningGraphOptions
    {
        Runtime = "containers",
        Configure = (builder, _) =>
        {
            foreach (var (resource, image) in _images)
            {
                builder.CreateResourceBuilder(builder.Resources.OfType<ContainerResource>().Single(container => container.Name == resource))
                    .WithImage(image.Name, image.Tag).WithImageRegistry(null);
            }
        },
    }, Cancellation);

    // Containers of these images, whether they run or not: nobody else has images of these names.
    private async Task<IReadOnlyList<string>> ContainersAsync()
    {
        string[] filters = [.. _images.Values.SelectMany(image => (string[])["--filter", $"ancestor={image.Name}:{image.Tag}"])];
        return (await Docker.AskAsync(["ps", "--all", "--quiet", .. filters], Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
