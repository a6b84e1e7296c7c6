namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>The whole generator against a server over HTTP.</summary>
public sealed class TrafficTests
{
    private const string Ok = """traffic_requests_total{status="200"}""";
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task It_sends_as_many_requests_as_it_is_asked_to()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"), ("MaxInFlight", "1000"));

        await server.ReceiveAsync(1);
        for (var second = 1; second <= 3; second++)
        {
            generator.Pass(s_second, steps: 20);
            await generator.WaitForMetricAsync(Ok, 1 + (10 * second));
        }

        Assert.Equal(31, server.Count);
    }

    [Theory]
    [InlineData("steady")]
    [InlineData("wave")]
    [InlineData("burst")]
    [InlineData("overload")]
    public async Task The_same_seed_sends_the_same_requests(string profile)
    {
        var first = await SendAsync("7");
        var again = await SendAsync("7");
        var other = await SendAsync("8");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.NotEmpty(first);

        // In an order of their own: requests that are due in one step have a connection each.
        async Task<IReadOnlyList<string>> SendAsync(string seed)
        {
            await using var server = await FakeModelServer.StartAsync();
            await using var generator = Generator.Start(
                server.Url, ("Seed", seed), ("RequestsPerSecond", "50"), ("Arrivals", "poisson"), ("Profile", profile), ("Duration", "900ms"));
            await generator.WaitForStartAsync();
            generator.Pass(TimeSpan.FromSeconds(0.9));
            await generator.WaitForStopAsync();
            return [.. server.Answered.Select(r => r.Content).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task All_models_of_the_server_get_requests()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Models = ["a", "b"];
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "50"));

        await server.ReceiveAsync(1);
        generator.Pass(s_second);

        Assert.Equal(["a", "b"], (await server.ReceiveAsync(50)).Select(r => r.Model).Distinct().Order());
    }

    [Fact]
    public async Task A_slow_server_gets_requests_at_the_same_rate_up_to_the_limit_and_what_is_beyond_is_counted()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Holds = true;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"), ("MaxInFlight", "15"), ("Deadline", "60"));

        await server.ReceiveAsync(1);
        generator.Pass(s_second);
        await server.ReceiveAsync(10);
        generator.Pass(s_second);
        await server.ReceiveAsync(4);

        await generator.WaitForMetricAsync("""traffic_requests_dropped_total{reason="in_flight_limit"}""", 6);
        Assert.Equal(15, await generator.MetricAsync("traffic_requests_in_flight"));
        server.Release();
        await generator.WaitForMetricAsync(Ok, 15);
        Assert.Equal(15, server.Count);
    }

    [Fact]
    public async Task A_request_that_is_not_answered_in_time_is_given_up_and_not_repeated()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Holds = true;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "0.01"), ("Deadline", "2"));

        await server.ReceiveAsync(1);
        generator.Pass(2 * s_second);

        await generator.WaitForMetricAsync("""traffic_requests_total{status="deadline_exceeded"}""", 1);
        Assert.Equal(1, await generator.MetricAsync("""traffic_request_duration_seconds_bucket{le="2"}"""));
        Assert.Equal(0, await generator.MetricAsync("""traffic_request_duration_seconds_bucket{le="1"}"""));
        Assert.Equal(1, server.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task An_error_is_counted_by_its_status_and_never_retried(int status)
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Status = status;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"));

        await server.ReceiveAsync(1);
        generator.Pass(s_second);

        await generator.WaitForMetricAsync($$"""traffic_requests_total{status="{{status}}"}""", 11);
        Assert.Equal(11, server.Count);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_counted_as_a_connection_error()
    {
        var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"));
        await server.ReceiveAsync(1);
        await generator.WaitForMetricAsync(Ok, 1);
        await server.DisposeAsync();

        generator.Pass(s_second);

        await generator.WaitForMetricAsync("""traffic_requests_total{status="connection_error"}""", 10);
    }

    [Fact]
    public async Task It_waits_until_the_server_serves_a_model()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Models = [];
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"));
        generator.Pass(5 * s_second, steps: 20);
        Assert.Equal(0, server.Count);

        server.Models = ["late"];
        var request = server.ReceiveAsync(1);
        while (!request.IsCompleted)
        {
            generator.Pass(s_second / 4);
            await generator.GetAsync("/healthz");
        }

        Assert.All(await request, r => Assert.Equal("late", r.Model));
    }

    [Fact]
    public async Task The_rate_changes_at_run_time_from_off_to_on_and_back()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "0"));
        await generator.WaitForMetricAsync("traffic_models", 1);
        generator.Pass(10 * s_second);
        await generator.GetAsync("/healthz");
        Assert.Equal(0, server.Count);

        generator.Change(("RequestsPerSecond", "5"));
        await server.ReceiveAsync(1);
        generator.Pass(s_second);
        await server.ReceiveAsync(5);
        Assert.Equal(5, await generator.MetricAsync("traffic_target_requests_per_second"));

        generator.Change(("RequestsPerSecond", "0"));
        await generator.WaitForMetricAsync("traffic_target_requests_per_second", 0);
        await generator.WaitForMetricAsync(Ok, 6);
        generator.Pass(10 * s_second);
        await generator.GetAsync("/healthz");
        Assert.Equal(6, server.Count);
    }

    [Fact]
    public async Task A_change_that_is_not_valid_leaves_the_traffic_as_it_is()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "5"));
        await server.ReceiveAsync(1);

        generator.Change(("RequestsPerSecond", "lots"));
        generator.Pass(s_second);

        await server.ReceiveAsync(5);
    }

    [Fact]
    public async Task What_became_due_while_the_machine_slept_is_not_made_up_for()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "5"));
        await generator.WaitForMetricAsync(Ok, 1);

        generator.Pass(100 * s_second);

        await generator.WaitForMetricAsync(Ok, 6);
        Assert.Equal(495, await generator.MetricAsync("""traffic_requests_dropped_total{reason="late"}"""));
    }

    [Fact]
    public async Task Its_counters_are_there_before_anything_was_counted()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "0"));

        Assert.Equal(0, await generator.MetricAsync(Ok));
        Assert.Equal(0, await generator.MetricAsync("""traffic_requests_dropped_total{reason="in_flight_limit"}"""));
        Assert.Equal(0, await generator.MetricAsync("""traffic_requests_total{status="429"}"""));
        Assert.Equal(0, await generator.MetricAsync("traffic_request_duration_seconds_count"));
        Assert.Equal(0, await generator.MetricAsync("""traffic_request_latency_seconds_count{priority="low"}"""));
        Assert.Equal(0, await generator.MetricAsync("traffic_retry_after_total"));
    }

    [Fact]
    public async Task It_stops_although_the_server_does_not_answer()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Holds = true;
        var generator = Generator.Start(server.Url, ("RequestsPerSecond", "5"), ("Deadline", "60"));
        await server.ReceiveAsync(1);

        var stopped = generator.DisposeAsync().AsTask();
        while (!stopped.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            generator.Pass(s_second);
            await Task.Yield();
        }

        await stopped;
        Assert.Equal(1, server.Count);
    }
}
