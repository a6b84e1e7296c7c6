namespace Kthena.GpuExporter.Tests;

/// <summary>XID errors, which the driver only tells to those who wait for them.</summary>
public sealed class XidTests : GpuTest
{
    [Fact]
    public async Task Known_ones_are_there_at_0_for_every_GPU()
    {
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.All(Enumerable.Range(0, 8), gpu => Assert.All(["13", "48", "79"], xid => Assert.Equal(0, metrics.Gpu("nvidia_gpu_xid_errors_total", gpu, ("xid", xid)))));
        Assert.Equal(8, metrics.All("nvidia_gpu_last_xid_error").Count);
    }

    [Fact]
    public async Task Each_is_counted_once_for_its_GPU()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Add("xid 1 3 79").Add("xid 2 3 79").Add("xid 3 5 31").Add("xid 4 3 14");
        // It may come between two families of an exposition, so what is looked at is the one after.
        await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_last_xid_error", 3) == 14);
        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(2, metrics.Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "79")));
        Assert.Equal(1, metrics.Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "14")));
        Assert.Equal(1, metrics.Gpu("nvidia_gpu_xid_errors_total", 5, ("xid", "31")));
        Assert.Equal(4, metrics.All("nvidia_gpu_xid_errors_total").Sum(series => series.Value));
        Assert.Equal((31, 0), (metrics.Gpu("nvidia_gpu_last_xid_error", 5), metrics.Gpu("nvidia_gpu_last_xid_error", 0)));
    }

    [Fact]
    public async Task Numbers_that_no_driver_has_add_one_series()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        var before = (await exporter.ScrapeAsync()).All("nvidia_gpu_xid_errors_total").Count;

        for (var i = 1; i <= 20; i++)
            Machine.Add($"xid {i} 0 {100_000 + i}");
        var metrics = await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_xid_errors_total", 0, ("xid", "other")) == 20);

        Assert.Equal(before + 1, metrics.All("nvidia_gpu_xid_errors_total").Count);
    }

    [Fact]
    public async Task A_GPU_that_came_back_is_watched_again_and_keeps_its_count()
    {
        // Long enough that no new connection does it.
        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__RetryInterval", "01:00:00"));
        await exporter.ScrapeAsync();
        Machine.Add("xid 1 3 79");
        await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "79")) == 1);

        Machine.Fail("*", 15, device: 3);
        Assert.Equal(1, (await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 3) == 0)).Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "79")));
        Machine.Heal("*", device: 3);
        await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 3) == 1);
        Machine.Add("xid 2 3 79");

        Assert.Equal(2, (await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "79")) > 1)).Gpu("nvidia_gpu_xid_errors_total", 3, ("xid", "79")));
    }

    [Fact]
    public async Task A_GPU_that_reports_none_has_none()
    {
        Machine.Fail("nvmlDeviceRegisterEvents", 3, device: 1);
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Empty(metrics.All("nvidia_gpu_xid_errors_total", ("gpu_id", "1")));
        Assert.NotEmpty(metrics.All("nvidia_gpu_xid_errors_total", ("gpu_id", "0")));
    }
}
