using Aspire.Hosting.Terminal;
using Aspire.Hosting.Terminal.Alerts;
using Spectre.Console.Testing;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class TableRendererTests
{
    private static readonly ResourceRow[] s_rows =
    [
        new("model-server", ResourceCondition.Healthy, "Healthy", TimeSpan.FromSeconds(1.23), "http://127.0.0.1:5000"),
        new("prometheus", ResourceCondition.Changing, "Starting"),
        new("traffic", ResourceCondition.Failed, "Exited (137)", TimeSpan.FromSeconds(0.4), "http://127.0.0.1:5001", "Unhandled exception. [red]no markup[/]"),
    ];

    [Fact]
    public void Each_resource_has_one_line()
    {
        var lines = Render(width: 100);
        Assert.Equal(
            [
                "Kthena.Aspire",
                "",
                "● model-server  Healthy         1.2 s  http://127.0.0.1:5000",
                "◐ prometheus    Starting",
                "✗ traffic       Exited (137)    0.4 s  Unhandled exception. [red]no markup[/]",
                "",
                "1 of 3 resources healthy; trouble: traffic  Ctrl+C stops everything",
            ],
            lines);
    }

    [Fact]
    public void A_narrow_terminal_gets_the_url_on_a_line_of_its_own()
    {
        var lines = Render(width: 50);
        Assert.Contains("   http://127.0.0.1:5000", lines);
    }

    [Fact]
    public void A_long_reason_is_wrapped_and_not_cut()
        => Assert.Contains("Unhandled exception. [red]no markup[/]", string.Join(' ', Render(width: 30).Select(line => line.Trim())), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(20)]
    [InlineData(34)]
    [InlineData(61)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var lines = Render(width, alerts: new([FiringAlerts.Alert("HighErrorRate")], IsWatchdogMissing: true));
        Assert.All(lines, line => Assert.True(line.Length <= width, $"'{line}' has {line.Length} columns"));
    }

    [Fact]
    public void Without_Unicode_the_symbols_are_ASCII() => Assert.All(Render(width: 100, isUnicode: false, new([FiringAlerts.Alert("A")], IsWatchdogMissing: true)), line => Assert.All(line, c => Assert.True(char.IsAscii(c))));

    [Fact]
    public void The_worst_alerts_are_listed_and_the_rest_is_counted()
    {
        var alerts = Enumerable.Range(1, 8).Select(number => FiringAlerts.Alert($"Alert{number}")).Append(FiringAlerts.Alert("Hidden", suppression: "inhibited"));

        var lines = Render(width: 100, alerts: new([.. alerts], IsWatchdogMissing: false));

        Assert.Equal(
            [
                "✗ traffic       Exited (137)    0.4 s  Unhandled exception. [red]no markup[/]",
                "",
                "▲ Alert1  critical  lande-t50: It fails  → paging",
                "▲ Alert2  critical  lande-t50: It fails  → paging",
                "▲ Alert3  critical  lande-t50: It fails  → paging",
                "▲ Alert4  critical  lande-t50: It fails  → paging",
                "▲ Alert5  critical  lande-t50: It fails  → paging",
                "▲ Alert6  critical  lande-t50: It fails  → paging",
                "+2 more, 1 inhibited",
                "",
                "1 of 3 resources healthy; trouble: traffic  Ctrl+C stops everything",
            ],
            lines[4..]);
    }

    [Fact]
    public void That_alerts_may_reach_nobody_comes_first()
        => Assert.Equal("Watchdog is not arriving: alerts may not reach anybody", Render(width: 100, alerts: new([FiringAlerts.Alert("A")], IsWatchdogMissing: true))[6]);

    [Theory]
    [InlineData(100, "All 1 resources healthy in 1.4 s  Look: http://127.0.0.1:28520  Ctrl+C stops everything")]
    [InlineData(70, "All 1 resources healthy in 1.4 s  Look: http://127.0.0.1:28520")]
    [InlineData(40, "All 1 resources healthy in 1.4 s")]
    public void Once_all_is_healthy_the_last_line_says_where_to_look(int width, string line)
    {
        ResourceRow[] rows = [new("lookout", ResourceCondition.Healthy, "Healthy", Url: "http://127.0.0.1:28520") { IsEntryPage = true }];
        Assert.Equal(line, Render(new(rows, Changed: null, TimeSpan.Zero, IsAllFine: true, TimeSpan.FromSeconds(1.4), IsStopping: false), width)[^1]);
    }

    private static string[] Render(int width, bool isUnicode = true, AlertPicture? alerts = null)
    {
        var picture = new GraphPicture(s_rows, Changed: null, TimeSpan.Zero, IsAllFine: false, AllFineAfter: null, IsStopping: false) { Alerts = alerts ?? AlertPicture.None };
        return Render(picture, width, isUnicode);
    }

    private static string[] Render(GraphPicture picture, int width, bool isUnicode = true)
    {
        using var console = new TestConsole();
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = isUnicode;
        console.Write(TableRenderer.Render("Kthena.Aspire", picture, console.Profile.Capabilities, width));
        return [.. console.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
