using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Running;

public sealed class CommandTests
{
    [Fact]
    public async Task Stop_ends_a_resource_and_start_starts_it_again()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper);
        await using var graph = await RunningGraph.StartAsync(builder);
        var first = Processes.IdOf(await graph.UntilAsync("service", KnownResourceStates.Running));

        Assert.True((await graph.CommandAsync("service", KnownResourceCommands.StopCommand)).Success);
        Assert.Equal((KnownResourceStates.Finished, 0), (graph.Now("service").State?.Text, graph.Now("service").ExitCode));
        Assert.False(Processes.Lives(first));

        Assert.True((await graph.CommandAsync("service", KnownResourceCommands.StartCommand)).Success);
        Assert.Equal(KnownResourceStates.Running, graph.Now("service").State?.Text);
        Assert.Null(graph.Now("service").ExitCode);
        Assert.NotEqual(first, Processes.IdOf(graph.Now("service")));
    }

    [Fact]
    public async Task Restart_replaces_the_process_and_health_is_asked_for_anew()
    {
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpHealthCheck("/healthz");
        var readies = 0;
        builder.Eventing.Subscribe<ResourceReadyEvent>((_, _) =>
        {
            Interlocked.Increment(ref readies);
            return Task.CompletedTask;
        });
        await using var graph = await RunningGraph.StartAsync(builder);
        var before = await graph.UntilHealthyAsync("service");

        Assert.True((await graph.CommandAsync("service", KnownResourceCommands.RestartCommand)).Success);
        var after = await graph.UntilHealthyAsync("service");
        Assert.NotEqual(Processes.IdOf(before), Processes.IdOf(after));
        Assert.False(Processes.Lives(Processes.IdOf(before)));
        Assert.True(after.StartTimeStamp > before.StartTimeStamp);
        Assert.Equal(2, readies);
    }

    [Fact]
    public async Task A_resource_with_explicit_start_waits_for_the_command()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("later", Shell.Sleeper).WithExplicitStart();
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Equal(KnownResourceStates.NotStarted, graph.Now("later").State?.Text);
        Assert.True((await graph.CommandAsync("later", KnownResourceCommands.StartCommand)).Success);
        Assert.Equal(KnownResourceStates.Running, graph.Now("later").State?.Text);
    }

    [Fact]
    public async Task A_start_that_fails_is_the_commands_failure()
    {
        var builder = RunningGraph.Define();
        builder.AddExecutable("nothing", "no-such-command", ".").WithExplicitStart();
        await using var graph = await RunningGraph.StartAsync(builder);
        var result = await graph.CommandAsync("nothing", KnownResourceCommands.StartCommand);
        Assert.False(result.Success);
        Assert.Contains("no-such-command", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_offers_commands_of_its_own_and_their_state()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper).WithCommand("greet", "Greet", context => Task.FromResult(CommandResults.Success($"hello {context.ResourceName}")),
            new CommandOptions { UpdateState = c => c.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled });
        await using var graph = await RunningGraph.StartAsync(builder);
        var running = await graph.UntilAsync("service", KnownResourceStates.Running);
        Assert.Equal(ResourceCommandState.Enabled, running.Commands.Single(c => c.Name == "greet").State);
        Assert.Equal("hello service", (await graph.CommandAsync("service", "greet")).Message);
        Assert.False((await graph.CommandAsync("service", "unknown")).Success);
        Assert.False((await graph.CommandAsync("nobody", "greet")).Success);
    }

    [Fact]
    public async Task An_HTTP_command_is_a_request_to_the_resource()
    {
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint().WithHttpHealthCheck("/healthz")
            .WithHttpCommand("/log/from-the-command", "Log", commandName: "log");
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilHealthyAsync("service");
        Assert.True((await graph.CommandAsync("service", "log")).Success);
        await graph.UntilLoggedAsync("service", "from-the-command");
    }
}
