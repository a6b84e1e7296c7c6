namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>Latency counts from when a request was due, so that neither a server nor a generator that stalls can hide it.</summary>
public sealed class LatencyTests
{
    private const string Ok = """traffic_requests_total{status="200"}""";

    [Fact]
    public async Task Every_request_that_was_due_while_the_server_stalled_shows_how_long_it_had_to_wait()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Holds = true;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"), ("Deadline", "60"));
        await server.ReceiveAsync(1);

        // Due at 0.0, 0.1, ... 4.0; all are answered at 4.0. A closed loop would have sent one of them.
        for (var i = 0; i < 8; i++)
        {
            generator.Pass(TimeSpan.FromSeconds(0.5));
            await server.ReceiveAsync(5);
        }

        server.Release();
        await generator.WaitForMetricAsync(Ok, 41);

        var latency = generator.Report().Latency.FromDue!;
        Assert.Equal(41, latency.Count);
        Assert.Equal(4, latency.Max, tolerance: 0.004);
        Assert.Equal(2, latency.P50, tolerance: 0.002);
        Assert.Equal([1, 11, 21, 41], new[] { 0.0005, 1, 2, 5 }.Select(le => latency.Buckets.Single(b => b.Le == le).Count));
        Assert.Equal(4.1 / 2 * 40, latency.Sum, tolerance: 1e-6);
    }

    [Fact]
    public async Task A_generator_that_is_late_shows_its_lateness_in_the_latency_from_when_due_and_not_in_that_from_sending()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"));
        await generator.WaitForMetricAsync(Ok, 1);

        // In one step: those of 0.1, 0.2, ... 0.9 are sent at 0.9.
        generator.Pass(TimeSpan.FromSeconds(0.9));
        await generator.WaitForMetricAsync(Ok, 10);

        var report = generator.Report();
        Assert.Equal(0.8, report.Latency.FromDue!.Max, tolerance: 0.001);
        Assert.Equal(0.1 * 36, report.Latency.FromDue!.Sum, tolerance: 1e-6);
        Assert.Equal(0, report.Latency.FromSend!.Max);
        Assert.Equal(10, await generator.MetricAsync("""traffic_request_duration_seconds_bucket{le="0.0005"}"""));
        string[] priorities = ["high", "normal", "low"];
        var sums = await Task.WhenAll(priorities.Select(p => generator.MetricAsync($$"""traffic_request_latency_seconds_sum{priority="{{p}}"}""")));
        Assert.Equal(3.6, sums.Sum()!.Value, tolerance: 1e-6);
    }
}
