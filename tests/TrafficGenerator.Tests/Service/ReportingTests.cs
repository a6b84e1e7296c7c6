using Microsoft.Extensions.Logging;

namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>What the service logs of itself.</summary>
public sealed class ReportingTests
{
    private const string Ok = """traffic_requests_total{status="200"}""";
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_line_says_what_happened_in_each_interval()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"), ("ReportInterval", "2s"));
        await generator.WaitForMetricAsync(Ok, 1);
        generator.Pass(s_second * 0.95);
        await generator.WaitForMetricAsync(Ok, 10);
        server.StatusOf = _ => 503;
        generator.Pass(s_second * 0.95);
        await generator.WaitForMetricAsync("""traffic_requests_total{status="503"}""", 10);
        generator.Pass(s_second * 0.1);

        var line = (await generator.WaitForLogAsync("IntervalLog", 1))[0].Message;
        Assert.Contains("10 failed, 0 dropped", line, StringComparison.Ordinal);
        Assert.Contains("200: 10, 503: 10", line, StringComparison.Ordinal);
        Assert.Contains("in 2 s", line, StringComparison.Ordinal);
        Assert.Contains("max 900.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interval_begins_with_nothing_of_the_one_before()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "0.01"), ("ReportInterval", "30s"));
        await generator.WaitForMetricAsync(Ok, 1);
        generator.Pass(30 * s_second);
        await generator.WaitForLogAsync("IntervalLog", 1);
        server.StatusOf = _ => 400;
        generator.Pass(65 * s_second, steps: 65);
        generator.Pass(5 * s_second, steps: 50);
        await generator.WaitForMetricAsync("""traffic_requests_total{status="400"}""", 1);
        generator.Pass(20 * s_second);

        // Intervals in which nothing happened have no line.
        var lines = await generator.WaitForLogAsync("IntervalLog", 2);
        Assert.Equal(2, lines.Count);
        Assert.Contains("1 requests", lines[1].Message, StringComparison.Ordinal);
        Assert.Contains("1 failed", lines[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("200", lines[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statuses_that_take_turns_are_not_logged_each_time()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.StatusOf = number => number % 2 == 0 ? 200 : 429;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "50"));
        await server.ReceiveAsync(1);
        generator.Pass(s_second / 2);
        await generator.WaitForMetricAsync(Ok, 13);

        var record = Assert.Single(generator.Logged("AnswerLog"));
        Assert.Equal(LogLevel.Warning, record.Level);
        Assert.Contains("429", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_status_is_logged_again_after_a_while()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Status = 500;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "0.05"));
        await generator.WaitForMetricAsync("""traffic_requests_total{status="500"}""", 1);
        server.Status = 200;
        generator.Pass(20 * s_second);
        await generator.WaitForMetricAsync(Ok, 1);

        var lines = await generator.WaitForLogAsync("AnswerLog", 2);
        Assert.Contains("now 500", lines[0].Message, StringComparison.Ordinal);
        Assert.Contains("now 200, were 500", lines[1].Message, StringComparison.Ordinal);
    }
}
