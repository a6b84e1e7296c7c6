namespace Kthena.GpuExporter.Tests;

/// <summary>What is read of GPUs that are well.</summary>
public sealed class DeviceTests : GpuTest
{
    private const double GiB = 1L << 30;

    [Fact]
    public async Task Each_of_8_GPUs_has_its_own_values_in_base_units()
    {
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(("ok", 8), (metrics.State, metrics.Devices));
        Assert.All(Enumerable.Range(0, 8), gpu => Assert.Equal(
            [1, 10 * gpu, (gpu + 1) * GiB, 80 * GiB, 40 + gpu, 100.5 + gpu, 700, (1980 - gpu) * 1e6, 2619e6, 0, 0],
            [
                metrics.Gpu("nvidia_gpu_device_up", gpu),
                metrics.Gpu("nvidia_gpu_utilization_percent", gpu),
                metrics.Gpu("nvidia_gpu_memory_usage_bytes", gpu),
                metrics.Gpu("nvidia_gpu_memory_total_bytes", gpu),
                metrics.Gpu("nvidia_gpu_temperature_celsius", gpu),
                metrics.Gpu("nvidia_gpu_power_usage_watts", gpu),
                metrics.Gpu("nvidia_gpu_power_limit_watts", gpu),
                metrics.Gpu("nvidia_gpu_clock_hertz", gpu, ("clock", "sm")),
                metrics.Gpu("nvidia_gpu_clock_hertz", gpu, ("clock", "memory")),
                metrics.Gpu("nvidia_gpu_ecc_errors_total", gpu, ("type", "corrected")),
                metrics.Gpu("nvidia_gpu_ecc_errors_total", gpu, ("type", "uncorrected")),
            ]));
    }

    [Fact]
    public async Task A_GPU_says_what_it_is()
    {
        await using var exporter = await Exporter.StartAsync(Machine);

        var info = (await exporter.ScrapeAsync()).Find("nvidia_gpu_info", ("gpu_id", "3"))!.Labels;

        Assert.Equal(
            ("GPU-00000000-0000-0000-0000-000000000003", "NVIDIA H100 80GB HBM3", "00000000:04:00.0", "550.54.15", "nvml"),
            (info["uuid"], info["name"], info["pci_bus_id"], info["driver_version"], info["device"]));
    }

    [Fact]
    public async Task A_value_is_read_anew_at_each_scrape()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Set("gpu 2 temperature", 91);

        Assert.Equal(91, (await exporter.ScrapeAsync()).Gpu("nvidia_gpu_temperature_celsius", 2));
    }

    [Fact]
    public async Task What_a_GPU_does_not_support_is_absent_and_no_error()
    {
        foreach (var value in (string[])["utilization", "total", "temperature", "power", "limit", "sm", "memory", "corrected", "uncorrected"])
            Machine.Set($"gpu 1 {value}", -1);
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.All(ValueFamilies, family => Assert.Empty(metrics.All(family, ("gpu_id", "1"))));
        Assert.All(ValueFamilies, family => Assert.NotEmpty(metrics.All(family, ("gpu_id", "0"))));
        Assert.Equal(1, metrics.Gpu("nvidia_gpu_device_up", 1));
        Assert.Equal(0, metrics.All("nvidia_gpu_exporter_errors_total").Sum(error => error.Value));
    }

    [Fact]
    public async Task A_value_that_becomes_unsupported_goes_and_comes_back()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        Assert.Equal(100.5, (await exporter.ScrapeAsync()).Gpu("nvidia_gpu_power_usage_watts", 0));

        Machine.Set("gpu 0 power", -1);
        Assert.Null((await exporter.ScrapeAsync()).Gpu("nvidia_gpu_power_usage_watts", 0));

        Machine.Set("gpu 0 power", 250_000);
        Assert.Equal(250, (await exporter.ScrapeAsync()).Gpu("nvidia_gpu_power_usage_watts", 0));
    }

    [Fact]
    public async Task ECC_errors_are_a_counter_that_begins_again_when_the_driver_does()
    {
        await using var exporter = await Exporter.StartAsync(Machine.Set("gpu 0 corrected", 12).Set("gpu 0 uncorrected", 3));
        Assert.Equal((12, 3), Errors(await exporter.ScrapeAsync()));

        Machine.Set("gpu 0 corrected", 15);
        Assert.Equal((15, 3), Errors(await exporter.ScrapeAsync()));

        Machine.Set("gpu 0 corrected", 1).Set("gpu 0 uncorrected", 0);
        Assert.Equal((1, 0), Errors(await exporter.ScrapeAsync()));

        static (double?, double?) Errors(Metrics metrics) => (
            metrics.Gpu("nvidia_gpu_ecc_errors_total", 0, ("type", "corrected")), metrics.Gpu("nvidia_gpu_ecc_errors_total", 0, ("type", "uncorrected")));
    }

    [Fact]
    public async Task An_older_driver_only_lacks_what_it_does_not_have()
    {
        await Machine.InstallAsync(oldDriver: true, Cancellation);
        Machine.Add($"process 0 {Environment.ProcessId} 4096");
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(("ok", 8), (metrics.State, metrics.Devices));
        Assert.Empty(metrics.All("nvidia_gpu_power_limit_watts"));
        Assert.Empty(metrics.All("nvidia_gpu_xid_errors_total"));
        Assert.All(ValueFamilies.Except(["nvidia_gpu_power_limit_watts"]), family => Assert.NotEmpty(metrics.All(family)));
        // It counts what it keeps for itself as used.
        Assert.Equal(GiB + (1 << 20), metrics.Gpu("nvidia_gpu_memory_usage_bytes", 0));
        Assert.Equal(0, metrics.All("nvidia_gpu_exporter_errors_total").Sum(error => error.Value));
    }

    [Fact]
    public async Task Scrapes_at_the_same_time_see_every_device_once()
    {
        await using var exporter = await Exporter.StartAsync(Machine);

        var scrapes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => exporter.ScrapeAsync()));

        Assert.All(scrapes, metrics => Assert.Equal(8, metrics.All("nvidia_gpu_temperature_celsius").Count));
    }

    [Fact]
    public async Task Promtool_has_no_complaint()
    {
        using var process = ModelProcess.Start(("KTHENA_MODEL_ID", "lande-t50"));
        Machine.Add($"process 0 {process.Id} 4096").Add("mig 1 0 3 0 MIG-a 1000 10").Set("gpu 2 corrected", 4).Fail("*", 15, device: 3);
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        await Promtool.AssertCleanAsync(metrics.Text, Cancellation);
        string[] families = [.. ValueFamilies, "nvidia_gpu_model_memory_usage_bytes", "nvidia_gpu_info", "nvidia_gpu_device_up", "nvidia_gpu_xid_errors_total", "nvidia_gpu_last_xid_error"];
        Assert.All(families, family => Assert.NotEmpty(metrics.All(family)));
    }
}
