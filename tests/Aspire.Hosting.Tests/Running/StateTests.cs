using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Running;

public sealed class StateTests
{
    [Fact]
    public async Task A_process_that_ends_well_is_finished()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("job", "exit 0");
        await using var graph = await RunningGraph.StartAsync(builder);
        var ended = await graph.UntilAsync("job", KnownResourceStates.Finished);
        Assert.Equal(0, ended.ExitCode);
        Assert.NotNull(ended.StopTimeStamp);
    }

    [Fact]
    public async Task A_process_that_fails_has_exited_with_its_code()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("job", "exit 3");
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Equal(3, (await graph.UntilAsync("job", KnownResourceStates.Exited)).ExitCode);
    }

    [Fact]
    public async Task A_killed_process_is_shown_as_exited_and_stays_so()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper);
        var stopped = new TaskCompletionSource<ResourceStoppedEvent>();
        builder.Eventing.Subscribe<ResourceStoppedEvent>((e, _) =>
        {
            stopped.SetResult(e);
            return Task.CompletedTask;
        });
        await using var graph = await RunningGraph.StartAsync(builder);
        var running = await graph.UntilAsync("service", KnownResourceStates.Running);
        Assert.Equal("Executable", running.ResourceType);
        Assert.NotNull(running.StartTimeStamp);

        Processes.Kill(Processes.IdOf(running));
        Assert.Equal(137, (await graph.UntilAsync("service", KnownResourceStates.Exited)).ExitCode);
        Assert.Equal(137, (await stopped.Task.WaitAsync(Patience.Token)).ResourceEvent.Snapshot.ExitCode);
        Assert.Equal(KnownResourceStates.Exited, graph.Now("service").State?.Text);
        Assert.DoesNotContain(graph.Now("service").Properties, p => p.Name == "executable.pid");
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_failed_start_with_the_reason_in_the_log()
    {
        var builder = RunningGraph.Define();
        builder.AddExecutable("nothing", "no-such-command", ".");
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("nothing", KnownResourceStates.FailedToStart);
        Assert.True((await graph.UntilLoggedAsync("nothing", "no-such-command")).IsErrorMessage);
    }

    [Fact]
    public async Task What_a_process_writes_is_in_the_log_of_its_resource()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("talker", "echo to you; echo to all >&2");
        builder.AddShell("silent", "true");
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.False((await graph.UntilLoggedAsync("talker", "to you$")).IsErrorMessage);
        Assert.True((await graph.UntilLoggedAsync("talker", "to all$")).IsErrorMessage);
    }

    [Fact]
    public async Task A_subscriber_that_fails_before_a_start_prevents_it()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper).OnBeforeResourceStarted((_, _, _) => throw new InvalidOperationException("no disk"));
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("service", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("service", "no disk");
    }

    [Fact]
    public async Task Nothing_lives_after_the_end_and_dependents_end_first()
    {
        var file = Path.GetTempFileName();
        var builder = RunningGraph.Define();
        var back = builder.AddShell("back", Trap("back"));
        builder.AddShell("front", Trap("front")).WaitForStart(back);
        var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilLoggedAsync("front", "ready");
        var ids = ((string[])["back", "front"]).Select(id => Processes.IdOf(graph.Now(id))).ToList();

        await graph.DisposeAsync();
        Assert.DoesNotContain(ids, Processes.Lives);
        Assert.Equal(["front", "back"], await File.ReadAllLinesAsync(file, Patience.Token));
        File.Delete(file);

        string Trap(string name) => $"trap 'echo {name} >> {file}; exit 0' TERM; echo ready; while :; do sleep 0.02; done";
    }
}
