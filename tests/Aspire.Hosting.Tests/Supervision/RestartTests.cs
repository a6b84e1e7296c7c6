using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Supervision;

public sealed class RestartTests
{
    [Fact]
    public async Task A_start_waits_until_what_the_last_run_left_behind_is_gone()
    {
        var builder = DistributedApplication.CreateBuilder([]);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        // The child outlives its parent and takes a moment to end; a second run finds the file that it holds.
        builder.AddExecutable("worker", "sh", "/", "-c",
            $"test -e {file} && exit 9; touch {file}; echo run >> {file}.runs; (trap 'sleep 0.5; rm {file}; exit' TERM; while :; do sleep 0.02; done) & echo ready; while :; do sleep 0.1; done");
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken).WithinBound();
        var running = await app.ResourceNotifications.WaitForResourceAsync("worker", update => update.Snapshot.State?.Text == KnownResourceStates.Running, TestContext.Current.CancellationToken).WithinBound();
        await Condition.IsMetAsync(() => File.Exists($"{file}.runs"), "the worker runs");

        var pid = running.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;
        Signals.Kill(Convert.ToInt32(pid, CultureInfo.InvariantCulture));
        var exited = await app.ResourceNotifications.WaitForResourceAsync("worker", update => update.Snapshot.ExitCode is not null, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(137, exited.Snapshot.ExitCode);

        var result = await app.ResourceCommands.ExecuteCommandAsync("worker", KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken).WithinBound();
        Assert.True(result.Success, result.Message);
        await Condition.IsMetAsync(() => Runs() == 2 || ExitCode() == 9, "the second run begins or gives up");
        Assert.Equal(2, Runs());
        await app.StopAsync(TestContext.Current.CancellationToken).WithinBound();
        File.Delete($"{file}.runs");

        int Runs() => File.ReadAllLines($"{file}.runs").Length;
        int? ExitCode() => app.ResourceNotifications.TryGetCurrentState("worker", out var current) ? current.Snapshot.ExitCode : null;
    }
}
