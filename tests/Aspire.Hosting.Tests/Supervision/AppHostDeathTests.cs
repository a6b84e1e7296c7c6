using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.Supervisor.Processes;

namespace Aspire.Hosting.Tests.Supervision;

/// <summary>Kills a program that uses the supervisor, with everything a graph may contain.</summary>
public sealed class AppHostDeathTests
{
    private static readonly string[] s_scripts =
    [
        "trap '' TERM; sleep 600 & sleep 600",
        "setsid sleep 600 & exec sleep 600",
        "(setsid sh -c '(setsid sleep 600 &) ; sleep 600; sleep 600' &) ; sleep 600; sleep 600",
        "trap '' TERM; while :; do sleep 0.01; done",
    ];

    private readonly string _mark = $"APPHOST_UNDER_TEST={Guid.NewGuid():N}";
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private IReadOnlyList<int> Processes => EnvironmentMark.FindProcesses(_mark);

    [Fact]
    public async Task When_the_AppHost_is_killed_nothing_of_the_graph_stays()
    {
        using var host = await StartHostAsync();
        Signals.Kill(host.Id);
        await Condition.IsMetAsync(() => Processes.Count == 0, "the supervisor ends the graph and itself");
        Assert.True(File.Exists(_file), "the cleanup command has run");
        File.Delete(_file);
    }

    [Fact]
    public async Task The_supervisor_survives_the_kill_of_the_AppHosts_whole_process_group()
    {
        using var host = await StartHostAsync();
        await Signals.KillGroupAsync(host.Id);
        await Condition.IsMetAsync(() => Processes.Count == 0, "the supervisor ends the graph and itself");
        Assert.True(File.Exists(_file), "the cleanup command has run");
        File.Delete(_file);
    }

    [Fact]
    public async Task When_the_AppHost_ends_by_itself_nothing_of_the_graph_stays()
    {
        using var host = await StartHostAsync();
        host.StandardInput.Close();
        await host.WaitForExitAsync(TestContext.Current.CancellationToken).WithinBound();
        Assert.Empty(Processes);
        File.Delete(_file);
    }

    private async Task<Process> StartHostAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SupervisorHost.dll");
        // setsid makes the host the leader of a process group, as a shell does with a job.
        var start = new ProcessStartInfo("setsid", ["dotnet", program, .. s_scripts]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var mark = _mark.Split('=');
        start.Environment[mark[0]] = mark[1];
        start.Environment["CLEANUP"] = _file;
        var host = Process.Start(start)!;
        var supervisor = int.Parse((await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WithinBound())!, CultureInfo.InvariantCulture);
        await Condition.IsMetAsync(() => Processes.Contains(supervisor) && Processes.Count >= 12, "host, supervisor and ten processes run");
        return host;
    }
}
