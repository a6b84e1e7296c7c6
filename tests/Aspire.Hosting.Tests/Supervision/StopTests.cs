using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Tests.Supervision;

public sealed class StopTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_polite_process_ends_itself()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("trap 'echo bye; exit 7' TERM; echo ready; while :; do sleep 0.05; done");
        await Graph.ReadLineAsync(process);
        await process.StopAsync(s_long, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(7, await process.Exited.WithinBound());
        Assert.Equal(["bye"], await ReadOutputAsync(process));
        Assert.Empty(graph.Processes);
    }

    [Fact]
    public async Task A_stubborn_process_is_killed_with_its_children_after_the_grace_period()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("trap '' TERM; sleep 600 & setsid sleep 600 & echo ready; sleep 600");
        await Graph.ReadLineAsync(process);
        await process.StopAsync(s_short, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(137, await process.Exited.WithinBound());
        Assert.Empty(graph.Processes);
    }

    [Fact]
    public async Task Each_process_of_the_group_is_asked_once()
    {
        await using var graph = await Graph.StartAsync();
        // The child outlives the parent, so it is also looked after as something left behind.
        var process = await graph.RunAsync(
            "sh -c 'trap \"echo asked\" TERM; echo ready; i=0; while [ $i -lt 20 ]; do sleep 0.02; i=$((i+1)); done' & trap 'exit 0' TERM; wait");
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await process.StopAsync(s_long, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(["asked"], await ReadOutputAsync(process));
    }

    [Fact]
    public async Task Stopping_again_and_after_the_end_does_nothing()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("sleep 600");
        await Task.WhenAll(
            process.StopAsync(s_long, TestContext.Current.CancellationToken),
            process.StopAsync(s_long, TestContext.Current.CancellationToken)).WithinBound();
        await process.StopAsync(s_long, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(143, await process.Exited.WithinBound());
    }

    [Fact]
    public async Task Disposing_ends_everything_and_the_supervisor()
    {
        var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("trap '' TERM; (setsid sh -c 'sleep 600; sleep 600' &); echo ready; while :; do sleep 0.1; done");
        await Graph.ReadLineAsync(process);
        await graph.DisposeAsync().AsTask().WithinBound();
        Assert.Empty(graph.Processes);
        Assert.Equal(137, await process.Exited.WithinBound());
        Assert.False(Directory.Exists($"/proc/{graph.Launcher.SupervisorProcessId}"));
        Assert.False(graph.Launcher.Lost.IsCompleted);
    }

    /// <summary>Without what the shell says on standard error about children that a signal ended.</summary>
    private static async Task<IEnumerable<string>> ReadOutputAsync(ISupervisedProcess process)
        => (await Graph.ReadAllAsync(process).WithinBound()).Where(line => !line.IsError).Select(line => line.Text);
}
