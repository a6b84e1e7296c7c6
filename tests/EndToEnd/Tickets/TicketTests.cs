using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Kthena.EndToEnd.Tests.Receivers;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.NotificationReceiver;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Tickets;

/// <summary>
/// The slow burn of a budget at its true windows, 6 hours and 3 days: Prometheus finds three days of requests, and what was bad in them leaves the window of 6 hours
/// while the test watches.
/// </summary>
public class TicketTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_burn_becomes_a_ticket_for_the_team_and_no_page_and_ends_when_the_bad_time_leaves_its_window()
    {
        using var use = await Machine.StartGraphsAsync(Cancellation);
        await using var receivers = await ReceiverHost.StartAsync(cancellationToken: Cancellation);
        await using var inbox = new Inbox(receivers);
        var now = TimeProvider.System.GetUtcNow();
        var leaves = now - TimeSpan.FromHours(6);
        var history = new BurntBudget(now)
        {
            // 0.1 % of 6 hours are 21.6 s, 5 % are 18 minutes; of 3 days, 260 s and 3.6 hours. So much is there half a minute from now.
            Failing = (leaves - TimeSpan.FromMinutes(6), leaves + TimeSpan.FromSeconds(60)),
            Slow = (leaves - TimeSpan.FromHours(4), leaves + TimeSpan.FromMinutes(18) + TimeSpan.FromSeconds(36)),
        };

        await using var graph = await StartAsync(receivers, history);

        foreach (var alert in new[] { "KthenaHighErrorRate", "KthenaHighLatency" })
        {
            var ticket = await inbox.FirstAsync(Ticket(alert, NotificationStatus.Firing, now), s_bound, Cancellation);
            NotificationText.Check(ticket);
            await inbox.FirstAsync(Ticket(alert, NotificationStatus.Resolved, ticket.ReceivedAt), s_bound, Cancellation);
        }

        Assert.DoesNotContain(inbox.All, notification => notification.Receiver == Receiver.Paging);
    }

    private static Awaited Ticket(string alert, string status, DateTimeOffset since)
        => new(alert, new Dictionary<string, string> { ["severity"] = "warning" }, "", Receiver.Team, NotificationChannel.Webhook, status, since);

    private static async Task<RunningGraph> StartAsync(ReceiverHost receivers, BurntBudget history)
    {
        var state = Directory.CreateTempSubdirectory("kthena-backfilled-").FullName;
        await history.WriteAsync(state, Cancellation);
        return await RunningGraph.StartAsync(
            new RunningGraphOptions
            {
                Arguments = ["--Traffic:RequestsPerSecond=0"],
                ScalesRules = false,
                Configure = (builder, graph) =>
                {
                    AlertingOptions.Tell(builder, receivers);
                    var data = Path.Join(graph.State, "data", "prometheus");
                    Directory.CreateDirectory(Path.GetDirectoryName(data)!);
                    Directory.Move(state, data);
                    builder.CreateResourceBuilder(builder.Resources.OfType<IPrometheusResource>().Single()).WithDataVolume().WithRetention(TimeSpan.FromDays(30));
                },
            },
            Cancellation);
    }
}
