using System.Globalization;

namespace Aspire.Hosting.Tests.Supervision;

public sealed class ExitTests
{
    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("kill -15 $$", 143)]
    public async Task The_exit_code_is_the_process_own_or_128_and_its_signal(string script, int exitCode)
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync(script);
        Assert.Equal(exitCode, await process.Exited.WithinBound());
    }

    [Fact]
    public async Task What_a_process_leaves_behind_ends_with_it()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("sleep 600 & setsid sleep 600 & (setsid sh -c 'trap \"\" TERM; sleep 600; sleep 600' &) ; echo ready; read -r _ < /dev/zero; sleep 600");
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await Condition.IsMetAsync(() => graph.Processes.Count >= 5, "the shell and its sleeping children run");
        Signals.Kill(process.ProcessId);
        Assert.Equal(137, await process.Exited.WithinBound());
        await Condition.IsMetAsync(() => graph.Processes.Count == 0, "the daemons of a killed process are ended");
    }

    [Fact]
    public async Task Two_processes_do_not_end_each_other()
    {
        await using var graph = await Graph.StartAsync();
        var lasting = await graph.RunAsync("sleep 600 & wait");
        var ending = await graph.RunAsync("sleep 600 & exit 1");
        Assert.Equal(1, await ending.Exited.WithinBound());
        await Graph.ReadAllAsync(ending).WithinBound();
        Assert.False(lasting.Exited.IsCompleted);
        Assert.Equal(2, graph.Processes.Count);
    }

    [Fact]
    public async Task Adopted_processes_that_ended_do_not_stay_as_zombies()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("(setsid sh -c 'echo daemon $$; sleep 0.1' &); sleep 600");
        var daemon = int.Parse((await Graph.ReadLineAsync(process)).Split(' ')[1], CultureInfo.InvariantCulture);
        await Condition.IsMetAsync(() => !Directory.Exists($"/proc/{daemon}"), "the supervisor reaps what it adopted");
        Assert.False(process.Exited.IsCompleted);
    }
}
