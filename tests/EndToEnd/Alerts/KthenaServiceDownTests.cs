using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Alerts;

public class KthenaServiceDownTests
{
    private static readonly TimeSpan s_discovery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_delivery = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_model_server_tells_the_receiver_and_restarting_it_resolves()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var stack = await RunningGraph.StartAsync(Cancellation);
        await stack.IsQuietAsync(s_discovery, Cancellation);

        var exited = await KillAsync(stack, "model-server");
        Assert.Equal(128 + 9, exited.ExitCode);

        var firing = await Eventually.GetAsync("A notification that KthenaServiceDown fires", s_delivery,
            cancellation => stack.Notifications.FindAsync("KthenaServiceDown", "firing", cancellation), Cancellation);
        Assert.Equal("kthena-team", firing.Receiver);
        Assert.Equal(("critical", "service"), (firing.Labels["severity"], firing.Labels["scope"]));
        Assert.Equal("Kthena serves no model", firing.Annotations["summary"]);
        var page = await Eventually.GetAsync("A page that KthenaServiceDown fires", s_delivery,
            cancellation => stack.Notifications.FindAsync("KthenaServiceDown", "firing", cancellation, channel: "pagerduty"), Cancellation);
        Assert.Equal("paging", page.Receiver);

        var restarted = await stack.App.ResourceCommands.ExecuteCommandAsync("model-server", KnownResourceCommands.StartCommand, Cancellation);
        Assert.True(restarted.Success, restarted.Message);
        var resolved = await Eventually.GetAsync("A notification that KthenaServiceDown is resolved", s_delivery,
            cancellation => stack.Notifications.FindAsync("KthenaServiceDown", "resolved", cancellation), Cancellation);
        Assert.Equal(firing.Labels, resolved.Labels);
    }

    [Fact]
    public async Task Stopping_the_model_server_on_request_tells_nobody()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var stack = await RunningGraph.StartAsync(Cancellation);
        await stack.IsQuietAsync(s_discovery, Cancellation);

        var stopped = await stack.App.ResourceCommands.ExecuteCommandAsync("model-server", KnownResourceCommands.StopCommand, Cancellation);

        Assert.True(stopped.Success, stopped.Message);
        await Eventually.IsTrueAsync("The target being down for longer than the alert waits", s_delivery, async cancellation =>
            (await stack.Prometheus.QueryAsync("""max_over_time(up{job="kthena-models"}[3s]) == 0""", cancellation)).Count > 0, Cancellation);
        Assert.DoesNotContain("KthenaServiceDown", await stack.Prometheus.ActiveAlertsAsync(Cancellation));
        Assert.Null(await stack.Notifications.FindAsync("KthenaServiceDown", "firing", Cancellation));
    }

    private static async Task<CustomResourceSnapshot> KillAsync(RunningGraph stack, string resource)
    {
        var running = await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(resource, Cancellation);
        var processId = (int)running.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;
        using var process = Process.GetProcessById(processId);
        process.Kill();
        var exited = await stack.App.ResourceNotifications.WaitForResourceAsync(resource, change => change.Snapshot.ExitCode is not null, Cancellation);
        return exited.Snapshot;
    }
}
