using System.Diagnostics;
using System.Net.NetworkInformation;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Processes;

public class OrphanTests
{
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_AppHost_ends_every_process_of_the_graph()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var appHost = await AppHostProcess.StartAsync(Cancellation);
        var processes = appHost.Descendants();
        Assert.True(processes.Count >= 6, $"The supervisor and five resources, found {processes.Count}.");

        appHost.Kill();

        await AreGoneAsync(processes);
    }

    [Fact]
    public async Task Killing_the_supervisor_stops_the_graph_with_an_error()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var appHost = await AppHostProcess.StartAsync(Cancellation);
        var processes = appHost.Descendants();
        var supervisor = processes.Single(process => File.ReadAllText($"/proc/{process}/cmdline").Contains("Supervisor", StringComparison.Ordinal));

        Process.GetProcessById(supervisor).Kill();

        await AreGoneAsync([.. processes, appHost.ProcessId]);
        Assert.NotEqual(0, await appHost.ExitCodeAsync(Cancellation));
    }

    [Fact]
    public async Task An_interrupt_leaves_no_process_no_port_and_no_state_file()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var appHost = await AppHostProcess.StartAsync(Cancellation);
        var processes = appHost.Descendants();
        var ports = (await appHost.ResourcesAsync(Cancellation))!
            .SelectMany(resource => resource!["urls"]!.AsObject()).Select(url => new Uri((string)url.Value!).Port).ToHashSet();

        Assert.Equal(0, await appHost.InterruptAsync(Cancellation));

        Assert.DoesNotContain(processes, AppHostProcess.IsAlive);
        Assert.DoesNotContain(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => ports.Contains(listener.Port));
        Assert.False(File.Exists(appHost.StateFile));
    }

    [Fact]
    public async Task Everything_listens_on_loopback_only()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var appHost = await AppHostProcess.StartAsync(Cancellation);
        var ports = (await appHost.ResourcesAsync(Cancellation))!
            .SelectMany(resource => resource!["urls"]!.AsObject()).Select(url => new Uri((string)url.Value!).Port).ToHashSet();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToList();

        Assert.Equal(ports.Count, listeners.Count);
        Assert.All(listeners, listener => Assert.True(System.Net.IPAddress.IsLoopback(listener.Address), $"{listener}"));
    }

    private static Task AreGoneAsync(IReadOnlyList<int> processes)
        => Eventually.IsTrueAsync($"The end of {string.Join(", ", processes)}", s_end, _ => Task.FromResult(!processes.Any(AppHostProcess.IsAlive)), Cancellation);
}
