using Kthena.Cli;
using Kthena.NotificationReceiver.Notifications;
using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Alerting;

public class SilenceTests(AlertmanagerFixture fixture) : IClassFixture<AlertmanagerFixture>
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silence_mutes_one_model_until_it_is_ended()
    {
        TestAlert silenced = new("silence", "HighErrorRate severity=critical model_id=a"), other = new("silence", "HighErrorRate severity=critical model_id=b");

        var created = await SilenceAsync("HighErrorRate", "--model", "a", "--for", "2h", "--reason", "new weights");
        var id = created.Split(' ')[0];
        Assert.Contains(id, await SilenceAsync("--list"), StringComparison.Ordinal);
        await silenced.FireAsync(fixture.Graph);
        await other.FireAsync(fixture.Graph);
        await other.NotificationAsync(fixture.Graph, NotificationChannel.PagerDuty, NotificationStatus.Firing);
        await Eventually.IsTrueAsync("The alert being silenced", s_bound, async cancellation =>
            (await fixture.Graph.Alertmanager.AlertsAsync(cancellation)).Any(alert => alert.SilencedBy.Contains(id)), Cancellation);
        Assert.Empty(fixture.Graph.Receiver.Log.Find(new() { ModelId = "a" }));

        await SilenceAsync("--expire", id);
        await silenced.NotificationAsync(fixture.Graph, NotificationChannel.PagerDuty, NotificationStatus.Firing);
        Assert.DoesNotContain(id, await SilenceAsync("--list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_silence_cannot_be_ended()
    {
        using StringWriter output = new(), error = new();

        var exitCode = await KthenaCommand.InvokeAsync(
            ["silence", "--expire", "00000000-0000-0000-0000-000000000000", "--alertmanager", $"{fixture.Graph.Url}"], output, error, Cancellation);

        Assert.Equal(1, exitCode);
        Assert.Contains("there is no silence 00000000", error.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> SilenceAsync(params string[] words)
    {
        using StringWriter output = new(), error = new();
        var exitCode = await KthenaCommand.InvokeAsync(["silence", .. words, "--alertmanager", $"{fixture.Graph.Url}"], output, error, Cancellation);
        Assert.True(exitCode == 0, error.ToString());
        return output.ToString();
    }
}
