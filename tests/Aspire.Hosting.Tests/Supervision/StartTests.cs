namespace Aspire.Hosting.Tests.Supervision;

public sealed class StartTests
{
    [Fact]
    public async Task Arguments_environment_and_directory_arrive_as_they_are()
    {
        await using var graph = await Graph.StartAsync();
        var spec = graph.Script("printf '%s\\n' \"$1\" \"$2\" \"$SECRET\" \"$PWD\" \"$HOME\"");
        var process = await graph.RunAsync(spec with
        {
            Arguments = [.. spec.Arguments, "name", "a 'b' \"c\" $(id)", "--pdeathsig"],
            WorkingDirectory = "/usr",
            Environment = new Dictionary<string, string> { ["SECRET"] = "line 1 = ä" },
        });
        var lines = (await Graph.ReadAllAsync(process).WithinBound()).Select(line => line.Text);
        Assert.Equal(["a 'b' \"c\" $(id)", "--pdeathsig", "line 1 = ä", "/usr", Environment.GetEnvironmentVariable("HOME") ?? ""], lines);
    }

    [Fact]
    public async Task Nothing_comes_from_standard_input()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("cat; echo end");
        Assert.Equal(["end"], (await Graph.ReadAllAsync(process).WithinBound()).Select(line => line.Text));
    }

    [Fact]
    public async Task The_terminals_keys_do_not_reach_a_process()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("cut -d' ' -f1,5,6 /proc/$$/stat");
        Assert.Equal($"{process.ProcessId} {process.ProcessId} {process.ProcessId}", await Graph.ReadLineAsync(process));
    }

    [Fact]
    public async Task A_missing_command_is_named()
    {
        await using var graph = await Graph.StartAsync();
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => graph.RunAsync(graph.Script("") with { Name = "db", Command = "no-such-command" }));
        Assert.Equal("'db' cannot start: the command 'no-such-command' is not on PATH.", error.Message);
        error = await Assert.ThrowsAsync<FileNotFoundException>(() => graph.RunAsync(graph.Script("") with { Command = "./missing" }));
        Assert.Contains($"'{Path.GetTempPath()}missing' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_working_directory_is_named()
    {
        await using var graph = await Graph.StartAsync();
        var error = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => graph.RunAsync(graph.Script("") with { WorkingDirectory = "/no/such/directory" }));
        Assert.Contains("'/no/such/directory' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_executable_is_named()
    {
        await using var graph = await Graph.StartAsync();
        var error = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => graph.RunAsync(graph.Script("") with { Command = "/etc/passwd" }));
        Assert.Contains("permission to execute '/etc/passwd' is denied", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => graph.RunAsync(graph.Script("") with { Command = "/etc" }));
    }

    [Fact]
    public async Task A_command_is_found_relative_to_its_directory_and_on_its_own_PATH()
    {
        await using var graph = await Graph.StartAsync();
        var relative = await graph.RunAsync(graph.Script("exit 4") with { Command = "bin/sh", WorkingDirectory = "/" });
        Assert.Equal(4, await relative.Exited.WithinBound());
        await Assert.ThrowsAsync<FileNotFoundException>(
            () => graph.RunAsync(graph.Script("") with { Environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" } }));
    }

    [Fact]
    public async Task Twenty_start_at_once()
    {
        await using var graph = await Graph.StartAsync();
        var processes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => graph.RunAsync($"echo {number}; exit {number}")));
        Assert.Equal(20, processes.Select(process => process.ProcessId).Distinct().Count());
        for (var number = 0; number < 20; number++)
        {
            Assert.Equal(number.ToString(System.Globalization.CultureInfo.InvariantCulture), await Graph.ReadLineAsync(processes[number]));
            Assert.Equal(number, await processes[number].Exited.WithinBound());
        }
    }

    [Fact]
    public async Task Nothing_starts_once_the_supervisor_has_ended()
    {
        var graph = await Graph.StartAsync();
        await graph.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => graph.RunAsync("exit 0"));
    }
}
