using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal;
using Aspire.Hosting.Terminal.Alerts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class TerminalViewTests : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly ExecutableResource _api = new("api", "command", "/");
    private readonly IHostApplicationLifetime _lifetime = Substitute.For<IHostApplicationLifetime>();
    private readonly ResourceLoggerService _logs = new();
    private readonly ResourceNotificationService _notifications;
    private readonly CurrentAlerts _alerts = new();
    private readonly Screen _screen = new();
    private TerminalView? _view;

    private string LastFrame => _screen.Text[_screen.Text.LastIndexOf("Kthena.Aspire", StringComparison.Ordinal)..];

    public TerminalViewTests() => _notifications = new(NullLogger<ResourceNotificationService>.Instance, _lifetime, Substitute.For<IServiceProvider>(), _logs);

    public async ValueTask DisposeAsync()
    {
        if (_view is not null) await _view.DisposeAsync();
        _notifications.Dispose();
        _logs.Dispose();
        await _screen.DisposeAsync();
    }

    [Fact]
    public async Task Piped_each_change_is_a_plain_line()
    {
        await StartAsync(isLive: false);
        await PublishAsync(Snapshots.In(KnownResourceStates.Starting));
        await PublishAsync(Snapshots.In(KnownResourceStates.Running).At("http://127.0.0.1:5000").With(HealthStatus.Healthy));
        await ShowsAsync("All 1 resources healthy in ");
        await PublishAsync(Snapshots.In(KnownResourceStates.Exited) with { ExitCode = 137 });
        await ShowsAsync("api: Exited (137)");
        await _view!.StoppedAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain('\u001b', _screen.Text);
        Assert.Equal("Kthena.Aspire", _screen.Lines[0]);
        Assert.Contains(_screen.Lines, line => line.EndsWith(" at http://127.0.0.1:5000", StringComparison.Ordinal) && line.Contains("api: Healthy after ", StringComparison.Ordinal));
        Assert.Equal("Everything is stopped.", _screen.Lines[^1]);
    }

    [Theory]
    [InlineData(false, "Look: http://127.0.0.1:5000 Ctrl+C stops everything.")]
    [InlineData(true, "Look: http://127.0.0.1:5000")]
    public async Task Where_to_look_is_said_of_the_resource_that_is_made_for_it(bool isLive, string end)
    {
        DistributedApplication.CreateBuilder().CreateResourceBuilder(_api).WithEntryPage();
        await StartAsync(isLive);
        await PublishAsync(Snapshots.In(KnownResourceStates.Running).At("http://127.0.0.1:5000").With(HealthStatus.Healthy));
        await ShowsAsync(end);
    }

    [Fact]
    public async Task On_a_terminal_the_view_is_updated_in_place()
    {
        await StartAsync(isLive: true);
        await PublishAsync(Snapshots.In(KnownResourceStates.Running).With(HealthStatus.Healthy));
        await ShowsAsync("All 1 resources healthy in ");
        await ShowsAsync(Summary.Hint);
        Assert.Contains('\u001b', _screen.Text);
    }

    [Fact]
    public async Task A_failure_shows_what_the_resource_said_last()
    {
        await StartAsync(isLive: true);
        _logs.GetLogger("api").LogError("bind: address already in use");
        await PublishAsync(Snapshots.In(KnownResourceStates.Exited) with { ExitCode = 1 });
        await ShowsAsync("bind: address already in use");
    }

    [Fact]
    public async Task A_warning_appears_above_the_view()
    {
        var output = await StartAsync(isLive: true);
        await PublishAsync(Snapshots.In(KnownResourceStates.Running));
        await ShowsAsync("All 1 resources healthy in ");
        using var provider = new TerminalLoggerProvider(output);
        provider.CreateLogger("Category").LogWarning(new InvalidOperationException("cause"), "message");
        await ShowsAsync("warning: Category: message (InvalidOperationException: cause)");
        var afterWarning = _screen.Text[_screen.Text.LastIndexOf("(InvalidOperationException", StringComparison.Ordinal)..];
        Assert.Contains("All 1 resources healthy in ", afterWarning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_and_changes_at_once_do_not_block_each_other()
    {
        var output = await StartAsync(isLive: true);
        using var provider = new TerminalLoggerProvider(output);
        var logger = provider.CreateLogger("Category");
        await Task.WhenAll(
            Task.Run(() => Parallel.For(0, 500, number => logger.LogWarning("message {Number}", number)), TestContext.Current.CancellationToken),
            Task.Run(
                async () =>
                {
                    for (var number = 0; number < 500; number++) await PublishAsync(Snapshots.In($"State {number}"));
                },
                TestContext.Current.CancellationToken)).WaitAsync(s_bound, TestContext.Current.CancellationToken);
        await ShowsAsync("State 499");
        await _view!.StoppedAsync(TestContext.Current.CancellationToken).WaitAsync(s_bound, TestContext.Current.CancellationToken);
        for (var number = 0; number < 500; number++) Assert.Contains($"Category: message {number}", _screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_are_listed_below_the_resources_while_they_fire()
    {
        await StartAsync(isLive: true);
        await PublishAsync(Snapshots.In(KnownResourceStates.Running).With(HealthStatus.Healthy));
        _alerts.Picture = new([FiringAlerts.Alert("HighErrorRate")], IsWatchdogMissing: false);
        await ShowsAsync("▲ HighErrorRate  critical  lande-t50: ");
        _alerts.Picture = AlertPicture.None;
        await UntilAsync(() => LastFrame.Contains(Summary.Hint, StringComparison.Ordinal) && !LastFrame.Contains("HighErrorRate", StringComparison.Ordinal), "the list is gone");
    }

    private async Task<TerminalOutput> StartAsync(bool isLive)
    {
        var output = new TerminalOutput(_screen.Console(isLive), isLive);
        _view = new(new DistributedApplicationModel([_api]), _notifications, _logs, _lifetime, output, new TerminalTitle("Kthena.Aspire"), _alerts, TimeProvider.System);
        await _view.StartingAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private Task PublishAsync(CustomResourceSnapshot snapshot) => _notifications.PublishUpdateAsync(_api, _ => snapshot);

    private Task ShowsAsync(string text) => UntilAsync(() => _screen.Text.Contains(text, StringComparison.Ordinal), $"'{text}' is shown");

    private async Task UntilAsync(Func<bool> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_bound, $"Not so: {what}. The screen:\n{_screen.Text}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
