using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal;
using Aspire.Hosting.Terminal.Alerts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static Aspire.Hosting.Tests.Terminal.Alerts.StandInAlertmanager;

namespace Aspire.Hosting.Tests.Terminal.Alerts;

public sealed class AlertWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(Snapshots.Start);
    private readonly ResourceLoggerService _logs = new();
    private readonly Screen _screen = new();
    private readonly CurrentAlerts _current = new();
    private readonly TestGraph _graph = new(tools: ["alertmanager", "prometheus"]);
    private StandInAlertmanager _alertmanager = null!;
    private AlertWatch _watch = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _alertmanager = await StandInAlertmanager.StartAsync(Cancellation);
        var alertmanager = _graph.Builder.AddAlertmanager("alertmanager").Resource;
        var prometheus = _graph.Builder.AddPrometheus("prometheus").Resource;
        var receiver = _graph.Builder.AddExecutable("receiver", "true", "/").WithNotificationLog().Resource;
        TestGraph.Allocate(alertmanager, _alertmanager.Port);
        var output = new TerminalOutput(_screen.Console(isTerminal: false), isLive: false);
        _watch = new(new DistributedApplicationModel([alertmanager, prometheus, receiver]), _logs, output, _current, _time);
        await _watch.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        await _alertmanager.DisposeAsync();
        _logs.Dispose();
        _graph.Dispose();
        await _screen.DisposeAsync();
    }

    [Fact]
    public async Task An_alert_that_starts_says_what_is_wrong_and_who_is_told()
    {
        var alert = Alert("HighErrorRate", Snapshots.Start);
        _alertmanager.Has(("paging", alert), ("kthena-team", alert));

        await ShowsAsync("▲ HighErrorRate  critical  lande-t50  firing: Model lande-t50: 100 % of requests fail  → paging, kthena-team");

        Assert.Equal("HighErrorRate", Assert.Single(_current.Picture.Alerts).Name);
        Assert.DoesNotContain('\u001b', _screen.Text);
    }

    [Fact]
    public async Task Its_end_says_how_long_it_lasted()
    {
        _alertmanager.Has(("paging", Alert("HighErrorRate", Snapshots.Start.AddMinutes(-4).AddSeconds(-10))));
        await ShowsAsync("▲ HighErrorRate");
        _alertmanager.Has();

        await ShowsAsync("▼ HighErrorRate  critical  lande-t50  resolved after 4 m ");

        Assert.Empty(_current.Picture.Alerts);
    }

    [Theory]
    [InlineData("inhibitedBy", "inhibited")]
    [InlineData("silencedBy", "silenced")]
    [InlineData("mutedBy", "muted")]
    public async Task An_alert_of_which_nobody_is_told_says_why(string suppressedBy, string said)
    {
        _alertmanager.Has(("paging", Alert("HighErrorRate", Snapshots.Start, suppressedBy: suppressedBy)));
        await ShowsAsync($"▲ HighErrorRate  critical  lande-t50  firing, {said}: Model");

        _alertmanager.Has(("paging", Alert("HighErrorRate", Snapshots.Start)));
        await ShowsAsync("fail  → paging");
    }

    [Fact]
    public async Task Muted_for_one_receiver_the_others_are_named()
    {
        _alertmanager.Has(("paging", Alert("HighErrorRate", Snapshots.Start, suppressedBy: "mutedBy")), ("kthena-team", Alert("HighErrorRate", Snapshots.Start)));

        await ShowsAsync("firing: Model lande-t50: 100 % of requests fail  → kthena-team");
    }

    [Fact]
    public async Task Of_a_storm_the_worst_are_named_and_the_rest_counted()
    {
        _alertmanager.Has(
            [
                .. Enumerable.Range(0, 20).Select(number => ("kthena-team", Alert($"Symptom{number}", Snapshots.Start, "warning"))),
                ("paging", Alert("KthenaServiceDown", Snapshots.Start)),
            ]);

        await ShowsAsync("+11 more alerts changed");

        Assert.Contains("▲ KthenaServiceDown", _screen.Lines[0], StringComparison.Ordinal);
        Assert.Equal(11, _screen.Lines.Length);
    }

    [Fact]
    public async Task While_Alertmanager_does_not_answer_nothing_is_said_to_fire_or_to_have_resolved()
    {
        _alertmanager.Has(("paging", Alert("HighErrorRate", _time.GetUtcNow())));
        await ShowsAsync("▲ HighErrorRate");
        _alertmanager.DoesNotAnswer();
        await UntilAsync(() => _current.Picture.Alerts.Count == 0, "the picture is empty");
        // After a restart it has no alerts until Prometheus sends them again.
        _alertmanager.Has(("paging", Alert("Other", Snapshots.Start)));
        await ShowsAsync("▲ Other");
        Assert.DoesNotContain("resolved", _screen.Text, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMinutes(5));

        await ShowsAsync("▼ HighErrorRate");
    }

    [Fact]
    public async Task The_watchdog_is_no_alarm_but_its_absence_is()
    {
        _alertmanager.Has(("deadmansswitch", Alert("Watchdog", Snapshots.Start, "none")), ("paging", Alert("Other", Snapshots.Start)));
        await ShowsAsync("▲ Other");
        Assert.DoesNotContain("Watchdog", _screen.Text, StringComparison.Ordinal);

        _alertmanager.Has();
        await ShowsAsync("Watchdog is not arriving: alerts may not reach anybody");
        await UntilAsync(() => _current.Picture.IsWatchdogMissing, "the view says so");

        _alertmanager.Has(("deadmansswitch", Alert("Watchdog", Snapshots.Start, "none")));
        await ShowsAsync("Watchdog arrives again");
    }

    [Fact]
    public async Task A_notification_that_reached_a_receiver_is_one_line_however_many_ways_it_went()
    {
        var log = _logs.GetLogger("receiver");
        foreach (var integration in (string[])["slack", "email"])
            log.LogInformation("{Entry}", Entry("firing", "HighErrorRate", integration));
        log.LogInformation("{Entry}", Entry("firing", "Watchdog", "webhook"));
        log.LogInformation("plain text");

        await ShowsAsync("→ HighErrorRate  lande-t50  notified (firing): paging (slack), paging (email)");

        Assert.DoesNotContain("Watchdog", _screen.Text, StringComparison.Ordinal);
    }

    private static string Entry(string status, string alert, string integration) => System.Text.Json.JsonSerializer.Serialize(new
    {
        LogLevel = "Information",
        State = new { Status = status, AlertName = alert, Labels = """{model_id="lande-t50", service="kthena"}""", Receiver = "paging", Integration = integration },
    });

    private Task ShowsAsync(string text) => UntilAsync(() => _screen.Text.Contains(text, StringComparison.Ordinal), $"'{text}' is shown");

    // Seconds pass until it is so.
    private async Task UntilAsync(Func<bool> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_bound, $"Not so: {what}. The screen:\n{_screen.Text}");
            _time.Advance(TimeSpan.FromSeconds(1));
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }
}
