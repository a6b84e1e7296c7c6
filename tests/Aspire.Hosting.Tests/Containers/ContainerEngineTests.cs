using Aspire.Hosting.Orchestration.Containers;
using Aspire.Hosting.Supervision;
using Aspire.Hosting.Tests.Supervision;

namespace Aspire.Hosting.Tests.Containers;

public sealed class ContainerEngineTests(EngineFixture engine)
{
    private readonly string _name = $"aspire-test-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_container_runs_with_its_environment_arguments_and_mounts()
    {
        await using var graph = await Graph.StartAsync();
        var directory = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "file"), "content", TestContext.Current.CancellationToken);
        var spec = await ScriptAsync("echo $SECRET $PATH; cat /data/file; echo; echo x > /data/new || echo read-only; exit 3");
        var process = await StartAsync(graph, spec with
        {
            Environment = new Dictionary<string, string> { ["SECRET"] = "s3cret", ["PATH"] = "/bin" },
            Mounts = [new(directory.FullName, "/data", IsVolume: false, IsReadOnly: true)],
        });
        var lines = await Graph.ReadAllAsync(process).WithinBound();
        Assert.Equal(["s3cret /bin", "content", "read-only"], lines.Where(line => !line.IsError).Select(line => line.Text));
        Assert.Equal(3, await process.Exited.WithinBound());
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_stop_reaches_the_container_as_SIGTERM()
    {
        await using var graph = await Graph.StartAsync();
        var process = await StartAsync(graph, await ScriptAsync("trap 'echo bye; exit 7' TERM; echo ready; while :; do sleep 0.05; done"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await process.StopAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal(7, await process.Exited.WithinBound());
        await IsRemovedAsync();
    }

    [Fact]
    public async Task A_killed_container_has_exited_with_137()
    {
        await using var graph = await Graph.StartAsync();
        var process = await StartAsync(graph, await ScriptAsync("echo ready; sleep 600"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await EngineFixture.DockerAsync("kill", _name);
        Assert.Equal(137, await process.Exited.WithinBound());
    }

    [Fact]
    public async Task A_stubborn_container_is_removed_after_the_grace_period()
    {
        await using var graph = await Graph.StartAsync();
        var process = await StartAsync(graph, await ScriptAsync("trap '' TERM; echo ready; while :; do sleep 0.05; done"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await process.StopAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken).WithinBound();
        await IsRemovedAsync();
    }

    [Fact]
    public async Task A_container_is_removed_when_its_CLI_or_the_supervisor_is_killed()
    {
        await using var graph = await Graph.StartAsync();
        var process = await StartAsync(graph, await ScriptAsync("echo ready; sleep 600"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        Signals.Kill(process.ProcessId);
        await process.StopAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken).WithinBound();
        await IsRemovedAsync();

        process = await StartAsync(graph, await ScriptAsync("echo ready; sleep 600"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        Signals.Kill(graph.Launcher.SupervisorProcessId);
        await graph.Launcher.Lost.WithinBound();
        await IsRemovedAsync();
    }

    [Fact]
    public async Task Containers_are_found_by_their_label_and_listen_on_the_hosts_network()
    {
        await using var graph = await Graph.StartAsync();
        var process = await StartAsync(graph, await ScriptAsync("echo ready; sleep 600"));
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        var (_, output) = await EngineFixture.DockerAsync("ps", "--filter", $"label={ContainerLabels.Resource}=db", "--format", "{{.Names}} {{.Networks}}");
        Assert.Contains($"{_name} host", output.Split('\n'));
        await process.StopAsync(TimeSpan.Zero, TestContext.Current.CancellationToken).WithinBound();
    }

    [Fact]
    public async Task A_container_that_an_earlier_run_left_gives_its_name_back()
    {
        await using var graph = await Graph.StartAsync();
        var spec = (await ScriptAsync("echo ready; sleep 600")) with { HasFixedName = true };
        await EngineFixture.DockerAsync("create", "--name", _name, "--label", $"{ContainerLabels.Resource}=db", spec.Image, "sh");
        var process = await StartAsync(graph, spec);
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        await process.StopAsync(TimeSpan.Zero, TestContext.Current.CancellationToken).WithinBound();
    }

    [Fact]
    public async Task A_container_of_somebody_else_keeps_its_name()
    {
        await using var graph = await Graph.StartAsync();
        var spec = (await ScriptAsync("exit 0")) with { HasFixedName = true };
        await EngineFixture.DockerAsync("create", "--name", _name, spec.Image, "sh");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(graph, spec));
        Assert.Contains($"a container named '{_name}' exists and is not from here", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await EngineFixture.DockerAsync("container", "inspect", _name)).ExitCode);
        await EngineFixture.DockerAsync("rm", "--force", _name);
    }

    [Fact]
    public async Task A_failed_pull_ends_with_one_line_that_shows_the_way_out()
    {
        _ = await engine.GetImageAsync();
        await using var graph = await Graph.StartAsync();
        var spec = new ContainerSpec { ResourceName = "db", ContainerName = _name, Image = "127.0.0.1:1/nothing:1.0.0" };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(graph, spec));
        Assert.StartsWith("Image '127.0.0.1:1/nothing:1.0.0' cannot be pulled: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" 'Stack:Runtime=processes' runs without containers.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(graph, spec with { Pull = PullMode.Never }));
        Assert.Contains("its pull policy is 'never'", error.Message, StringComparison.Ordinal);
    }

    private async Task<ContainerSpec> ScriptAsync(string script) => new()
    {
        ResourceName = "db",
        ContainerName = _name,
        Image = await engine.GetImageAsync(),
        Entrypoint = "/bin/sh",
        Arguments = ["-c", script],
    };

    private static Task<ISupervisedProcess> StartAsync(Graph graph, ContainerSpec spec)
        => new ContainerEngine(graph.Launcher).StartAsync(spec, _ => { }, TestContext.Current.CancellationToken).WithinBound();

    private async Task IsRemovedAsync()
    {
        var (exitCode, _) = await EngineFixture.DockerAsync("container", "inspect", _name);
        Assert.NotEqual(0, exitCode);
    }
}
