namespace Kthena.GpuExporter.Tests;

/// <summary>GPUs that are lost, or fail in part, while others are well.</summary>
public sealed class LostDeviceTests : GpuTest
{
    private const int GpuIsLost = 15;
    private const int ResetRequired = 16;
    private const int Unknown = 999;

    [Theory]
    [InlineData(GpuIsLost, "gpu_is_lost")]
    [InlineData(ResetRequired, "reset_required")]
    public async Task A_lost_GPU_keeps_its_name_and_loses_its_values_until_it_is_back(int code, string error)
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        Assert.Equal(1, (await exporter.ScrapeAsync()).Gpu("nvidia_gpu_device_up", 3));

        Machine.Fail("*", code, device: 3);
        var lost = await exporter.ScrapeAsync();

        Assert.Equal(("ok", 8), (lost.State, lost.Devices));
        Assert.Equal(0, lost.Value("nvidia_gpu_device_up", ("gpu_id", "3"), ("uuid", "GPU-00000000-0000-0000-0000-000000000003")));
        Assert.NotNull(lost.Find("nvidia_gpu_info", ("gpu_id", "3"), ("name", "NVIDIA H100 80GB HBM3")));
        Assert.All(ValueFamilies, family => Assert.Empty(lost.All(family, ("gpu_id", "3"))));
        Assert.All(ValueFamilies, family => Assert.NotEmpty(lost.All(family, ("gpu_id", "4"))));
        Assert.NotEmpty(lost.All("nvidia_gpu_xid_errors_total", ("gpu_id", "3")));
        Assert.NotEqual(0, lost.Value("nvidia_gpu_exporter_errors_total", ("error", error)));

        Machine.Heal("*", device: 3);
        var back = await exporter.ScrapeAsync();

        Assert.Equal(1, back.Gpu("nvidia_gpu_device_up", 3));
        Assert.Equal(43, back.Gpu("nvidia_gpu_temperature_celsius", 3));
    }

    [Fact]
    public async Task The_loss_of_a_GPU_is_one_log_line_and_its_return_another()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();
        Machine.Fail("*", GpuIsLost, device: 3);
        for (var i = 0; i < 5; i++)
            await exporter.ScrapeAsync();
        Machine.Heal("*", device: 3);
        for (var i = 0; i < 5; i++)
            await exporter.ScrapeAsync();

        await Eventually.Async(() => Task.FromResult(Lines("is up").Count() == 2));
        Assert.Single(Lines("is down"));

        IEnumerable<string> Lines(string condition) =>
            exporter.Messages.Where(line => line.StartsWith("GPU 3 (", StringComparison.Ordinal) && line.EndsWith(condition, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_GPU_that_the_driver_does_not_count_any_more_stays_visible_as_down()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Set("devices", 7);
        var gone = await exporter.ScrapeAsync();

        Assert.Equal(("ok", 7), (gone.State, gone.Devices));
        Assert.Equal(0, gone.Value("nvidia_gpu_device_up", ("gpu_id", "7"), ("uuid", "GPU-00000000-0000-0000-0000-000000000007")));
        Assert.Empty(gone.All("nvidia_gpu_temperature_celsius", ("gpu_id", "7")));

        Machine.Set("devices", 8);
        Assert.Equal((8, 1), (await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 7) == 1) is var back ? (back.Devices, back.All("nvidia_gpu_device_up", ("gpu_id", "7")).Count) : default));
    }

    [Fact]
    public async Task A_GPU_that_only_a_new_connection_gives_back_gets_one()
    {
        await using var exporter = await Exporter.StartAsync(Machine.Set("sticky", 1));
        await exporter.ScrapeAsync();

        Machine.Fail("*", GpuIsLost, device: 3);
        await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 3) == 0);
        Machine.Heal("*", device: 3);

        var back = await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 3) == 1);
        Assert.Equal(Enumerable.Repeat(1.0, 8), back.All("nvidia_gpu_device_up").Select(series => series.Value));
    }

    [Fact]
    public async Task One_that_was_never_reached_has_no_UUID_until_it_is()
    {
        Machine.Fail("nvmlDeviceGetHandleByIndex_v2", GpuIsLost, device: 0);
        await using var exporter = await Exporter.StartAsync(Machine);
        Assert.Equal(0, (await exporter.ScrapeAsync()).Value("nvidia_gpu_device_up", ("gpu_id", "0"), ("uuid", "")));

        Machine.Heal("nvmlDeviceGetHandleByIndex_v2", device: 0);
        var found = await exporter.ScrapeAsync();

        Assert.Equal("GPU-00000000-0000-0000-0000-000000000000", found.Find("nvidia_gpu_device_up", ("gpu_id", "0"))!.Labels["uuid"]);
    }

    [Fact]
    public async Task A_call_that_fails_costs_its_own_value_only()
    {
        Machine.Fail("nvmlDeviceGetPowerUsage", Unknown, device: 5);
        await using var exporter = await Exporter.StartAsync(Machine);

        await exporter.ScrapeAsync();
        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(1, metrics.Gpu("nvidia_gpu_device_up", 5));
        Assert.Null(metrics.Gpu("nvidia_gpu_power_usage_watts", 5));
        Assert.Equal(45, metrics.Gpu("nvidia_gpu_temperature_celsius", 5));
        Assert.Equal(2, metrics.Value("nvidia_gpu_exporter_errors_total", ("error", "unknown")));
        await Eventually.Async(() => Task.FromResult(exporter.Messages.Any(line => line == "GPU 5: the power usage cannot be read: unknown")));
        Assert.Single(exporter.Messages, line => line.Contains("power usage", StringComparison.Ordinal));
    }
}
