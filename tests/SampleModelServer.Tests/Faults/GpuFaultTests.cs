namespace Kthena.SampleModelServer.Tests.Faults;

public sealed class GpuFaultTests : IDisposable
{
    private readonly string _control = Path.GetTempFileName();

    public void Dispose() => File.Delete(_control);

    [Theory]
    [InlineData("gpu-hot")]
    [InlineData("gpu-lost")]
    [InlineData("gpu-xid")]
    public async Task Without_a_GPU_that_could_fail_it_says_how_to_get_one(string fault)
    {
        await using var server = await FaultyServer.StartAsync();
        using var response = await server.PutAsync(fault, new { });

        await ErrorTests.AssertErrorAsync(response, 409, "fault_refused", null);
        Assert.Contains("--Gpu:Device=fake", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_GPU_the_backend_itself_is_busy_all_the_time()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("gpu-busy", new { });

        var first = await BusyAsync(server);
        await Eventually.Async(async () => await BusyAsync(server) > first);
        await server.ClearAsync();
        var after = await BusyAsync(server);

        Assert.Equal(after, await BusyAsync(server));
    }

    [Fact]
    public async Task Each_GPU_has_faults_of_its_own()
    {
        await using var server = await StartAsync();
        await server.InjectAsync("gpu-hot", new { gpu = 1 });
        await server.InjectAsync("gpu-hot", new { gpu = 2, value = 99 });
        await server.InjectAsync("gpu-busy", new { });
        await server.InjectAsync("gpu-lost", new { gpu = 3 });

        Assert.Equal(["gpu 1 temperature 95", "gpu 2 temperature 99", "gpu 0 utilization 98", "error * 3 15"], Facts());
        await server.ClearAsync("/gpu-hot?gpu=1");
        Assert.Equal(["error * 3 15", "gpu 0 utilization 98", "gpu 2 temperature 99"], Facts().Order(StringComparer.Ordinal));
        await server.ClearAsync();
        Assert.Empty(Facts());
    }

    [Fact]
    public async Task An_event_comes_after_all_those_before_it()
    {
        await using var server = await StartAsync();
        await server.InjectAsync("gpu-xid", new { gpu = 4 });
        var first = Assert.Single(Facts()).Split(' ');
        await server.InjectAsync("gpu-xid", new { gpu = 4, value = 48 });
        var second = Assert.Single(Facts()).Split(' ');

        Assert.Equal(["xid", "4", "79"], [first[0], .. first[2..]]);
        Assert.Equal(["xid", "4", "48"], [second[0], .. second[2..]]);
        Assert.True(long.Parse(second[1], System.Globalization.CultureInfo.InvariantCulture) > long.Parse(first[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_a_crashed_server_left_is_gone()
    {
        await File.WriteAllTextAsync(_control, "gpu 0 temperature 95\n", TestContext.Current.CancellationToken);
        await using var server = await StartAsync();

        Assert.Empty(Facts());
    }

    private Task<FaultyServer> StartAsync() => FaultyServer.StartAsync(settings: new() { ["Faults:FakeGpuControl"] = _control });

    private string[] Facts() => File.ReadAllLines(_control);

    private static async Task<double> BusyAsync(FaultyServer server) => (await server.MetricsAsync())["kthena_backend_busy_seconds_total{backend=\"cpu\"}"];
}
