using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>Looks each second at what Alertmanager has and what receivers have heard, and says what is new.</summary>
internal sealed class AlertWatch(
    DistributedApplicationModel model, ResourceLoggerService logs, TerminalOutput output, CurrentAlerts current, TimeProvider time) : BackgroundService
{
    /// <summary>Of one look, of each kind: a storm must not push everything else off the screen.</summary>
    private const int MaximumLines = 10;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly AlertmanagerAlerts _alertmanagers = new(model);
    private readonly AlertBoard _board = new(time);
    private readonly DeadMansSwitch _watchdog = new(time);
    private readonly NotificationLog _notifications = new(model, logs);
    private readonly DateTimeOffset _startedAt = ProgramStart.Get();

    private bool IsUnicode => output.Console.Profile.Capabilities.Unicode;

    public override void Dispose()
    {
        _alertmanagers.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_alertmanagers.Any) return;
        try
        {
            await Task.WhenAll(_notifications.FollowAsync(stoppingToken), LookAsync(stoppingToken)).ConfigureAwait(false);
        }
        finally
        {
            current.Picture = AlertPicture.None;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await _alertmanagers.ReadAsync(cancellationToken).ConfigureAwait(false) is { } alerts) Show(alerts);
            else Lose();
            SayArrived();
        }
    }

    private void Show(IReadOnlyList<ActiveAlert> alerts)
    {
        var alarms = alerts.Where(alert => alert.Name != DeadMansSwitch.AlertName).OrderBy(AlertStyle.Rank).ThenBy(alert => alert.StartsAt).ThenBy(alert => alert.Fingerprint, StringComparer.Ordinal).ToList();
        Say([.. _board.Update(alarms).Select(change => (AlertText.Describe(change, IsUnicode), StyleOf(change)))], "alerts changed");
        // Where nothing sends alerts, nothing is missing.
        if (model.Resources.OfType<IPrometheusResource>().Any() && _watchdog.Update(alerts) is { } news) WriteLine(news, _watchdog.IsMissing ? Color.Red : Color.Green);
        current.Picture = new(alarms, _watchdog.IsMissing);
    }

    private void Lose()
    {
        _board.Lose();
        _watchdog.Lose();
        current.Picture = AlertPicture.None;
    }

    // One line for an alert, however many ways its notification went.
    private void SayArrived() => Say(
        [
            .. _notifications.Take().GroupBy(notification => notification with { Receiver = null })
                .Select(same => (AlertText.Describe(same.Key, same.Select(notification => notification.Receiver!).Distinct(), IsUnicode), Style.Plain)),
        ],
        "notifications arrived");

    private void Say(IReadOnlyList<(string Text, Style Style)> lines, string what)
    {
        foreach (var (text, style) in lines.Take(MaximumLines)) WriteLine(text, style);
        if (lines.Count > MaximumLines) WriteLine($"+{lines.Count - MaximumLines} more {what}", Color.Grey);
    }

    private void WriteLine(string text, Style style) => output.WriteLine($"{Summary.Seconds(time.GetUtcNow() - _startedAt),8}  {text}", style);

    private static Style StyleOf(AlertChange change) => change.Kind == AlertChangeKind.Resolved ? Color.Green : AlertStyle.Of(change.Alert);
}
