using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests.Running;

public sealed class WaitTests
{
    [Fact]
    public async Task A_resource_waits_until_its_dependency_is_healthy()
    {
        var builder = RunningGraph.Define();
        var back = builder.AddProject<Projects.SmallService>("back").WithHttpEndpoint().WithHttpHealthCheck("/healthz").WithEnvironment("START_UNHEALTHY", "1");
        HealthStatus? healthAtStart = null;
        RunningGraph? running = null;
        builder.AddShell("front", Shell.Sleeper).WaitFor(back).WithArgs(_ => { healthAtStart = running?.Now("back").HealthStatus; });
        await using var graph = running = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("front", KnownResourceStates.Waiting);
        await graph.UntilAsync("back", s => s.HealthReports is [{ Description: { } text }] && text.Contains("503", StringComparison.Ordinal));
        Assert.Equal(KnownResourceStates.Waiting, graph.Now("front").State?.Text);

        using var http = RunningGraph.Client(back.GetEndpoint("http").Url);
        await http.PostAsync("/health/true", null, Patience.Token);
        await graph.UntilAsync("front", KnownResourceStates.Running);
        Assert.Equal(HealthStatus.Healthy, healthAtStart);
    }

    [Fact]
    public async Task The_start_command_ends_the_waiting()
    {
        var builder = RunningGraph.Define();
        var never = builder.AddShell("never", Shell.Sleeper).WithExplicitStart();
        builder.AddShell("impatient", Shell.Sleeper).WaitFor(never);
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("impatient", KnownResourceStates.Waiting);
        Assert.True((await graph.CommandAsync("impatient", KnownResourceCommands.StartCommand)).Success);
        await graph.UntilAsync("impatient", KnownResourceStates.Running);
    }

    [Fact]
    public async Task A_resource_starts_after_the_completion_that_it_waits_for()
    {
        var builder = RunningGraph.Define();
        var job = builder.AddShell("job", "sleep 0.1; exit 7");
        builder.AddShell("after", Shell.Sleeper).WaitForCompletion(job, exitCode: 7);
        builder.AddShell("other", Shell.Sleeper).WaitForCompletion(job);
        await using var graph = await RunningGraph.StartAsync(builder);
        var after = await graph.UntilAsync("after", KnownResourceStates.Running);
        Assert.True(after.StartTimeStamp >= graph.Now("job").StopTimeStamp);
        await graph.UntilAsync("other", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("other", "exit code '7', expected '0'");
    }

    [Fact]
    public async Task Waiting_for_what_cannot_start_fails_and_says_for_whom()
    {
        var builder = RunningGraph.Define();
        var broken = builder.AddExecutable("broken", "no-such-command", ".");
        builder.AddShell("front", Shell.Sleeper).WaitFor(broken);
        builder.AddShell("patient", Shell.Sleeper).WaitFor(broken, WaitBehavior.WaitOnResourceUnavailable);
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("front", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("front", "'broken'");
        await graph.UntilAsync("patient", KnownResourceStates.Waiting);
    }

    [Fact]
    public async Task A_circle_of_waits_is_refused()
    {
        var builder = RunningGraph.Define();
        var a = builder.AddShell("a", Shell.Sleeper);
        var b = builder.AddShell("b", Shell.Sleeper).WaitFor(a);
        a.WaitFor(b);
        await using var application = builder.Build();
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => application.StartAsync(Patience.Token));
        Assert.Contains("a -> b -> a", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_health_that_never_comes_ends_with_the_test_and_tells_the_state()
    {
        var builder = RunningGraph.Define();
        builder.AddShell("service", Shell.Sleeper);
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("service", KnownResourceStates.Running);
        using var enough = new CancellationTokenSource();
        var wait = graph.Notifications.WaitForResourceAsync("service", KnownResourceStates.Exited, enough.Token);
        await enough.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Contains("its state is 'Running'", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DistributedApplicationException>(() => graph.Notifications.WaitForResourceHealthyAsync("nobody", Patience.Token));
    }
}
