namespace Aspire.Hosting.Tests.Supervision;

public sealed class SupervisorDeathTests
{
    private const string Daemons = "trap '' TERM; sleep 600 & (setsid sh -c 'trap \"\" TERM; sleep 600; sleep 600' &); setsid sleep 600 & echo ready; sleep 600";

    [Fact]
    public async Task When_the_supervisor_is_killed_nothing_of_the_graph_stays()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync(Daemons);
        await Graph.ReadLineAsync(process);
        await Condition.IsMetAsync(() => graph.Processes.Count >= 6, "the shell and its sleeping children run");
        Signals.Kill(graph.Launcher.SupervisorProcessId);
        await graph.Launcher.Lost.WithinBound();
        Assert.Empty(graph.Processes);
        Assert.Equal(137, await process.Exited.WithinBound());
        await process.Output.Completion.WithinBound();
        await process.StopAsync(TimeSpan.Zero, TestContext.Current.CancellationToken).WithinBound();
    }

    [Fact]
    public async Task A_start_fails_when_the_supervisor_is_gone()
    {
        await using var graph = await Graph.StartAsync();
        Signals.Kill(graph.Launcher.SupervisorProcessId);
        await graph.Launcher.Lost.WithinBound();
        await Assert.ThrowsAsync<InvalidOperationException>(() => graph.RunAsync("exit 0"));
    }

    [Fact]
    public async Task A_cleanup_command_runs_even_then()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var graph = await Graph.StartAsync();
        await graph.RunAsync(graph.Script("sleep 600") with { CleanupCommand = ["touch", file] });
        Signals.Kill(graph.Launcher.SupervisorProcessId);
        await graph.Launcher.Lost.WithinBound();
        Assert.True(File.Exists(file));
        File.Delete(file);
    }
}
