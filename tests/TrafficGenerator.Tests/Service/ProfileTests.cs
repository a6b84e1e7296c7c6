namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>The profiles as the server sees them.</summary>
public sealed class ProfileTests
{
    [Theory]
    [InlineData("steady", 100)]
    [InlineData("wave", 100)]
    [InlineData("overload", 1000)]
    [InlineData("burst", 80 + 60)]
    public async Task A_period_has_as_many_requests_as_the_profile_says(string profile, int expected)
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(
            server.Url,
            ("RequestsPerSecond", "10"),
            ("Profile", profile),
            ("Duration", "10s"),
            ("Wave:Period", "10s"),
            ("Burst:Factor", "3"),
            ("Burst:Length", "2s"),
            ("Burst:Every", "10s"),
            ("ListShare", "0"));
        await generator.WaitForStartAsync();
        generator.Pass(TimeSpan.FromSeconds(10));
        await generator.WaitForStopAsync();

        // Most of them were due long before the one step in which the time passed.
        var report = generator.Report();
        Assert.Equal(expected, report.Sent + report.Dropped.Values.Sum());
        // The last ones may be cut off by the end, on their way.
        Assert.InRange(server.Count, report.Answered, report.Sent);
    }

    [Fact]
    public async Task The_target_follows_the_wave()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(
            server.Url, ("RequestsPerSecond", "40"), ("Profile", "wave"), ("Wave:Period", "40s"), ("Wave:Amplitude", "0.5"));
        await generator.WaitForStartAsync();

        generator.Pass(TimeSpan.FromSeconds(10));
        await generator.WaitForMetricAsync("traffic_target_requests_per_second", 60);
        generator.Pass(TimeSpan.FromSeconds(20));
        await generator.WaitForMetricAsync("traffic_target_requests_per_second", 20);
    }

    [Fact]
    public async Task The_profile_changes_at_run_time()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "5"));
        await server.ReceiveAsync(1);

        generator.Change(("Profile", "overload"));
        await generator.WaitForMetricAsync("traffic_target_requests_per_second", 50);
    }
}
