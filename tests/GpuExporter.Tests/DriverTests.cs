using System.Net;

namespace Kthena.GpuExporter.Tests;

/// <summary>A driver that is missing, refuses, or changes while the exporter runs. It serves on, says so, and recovers by itself.</summary>
public sealed class DriverTests : GpuTest
{
    private const int NoPermission = 4;
    private const int DriverNotLoaded = 9;
    private const int OperatingSystem = 17;
    private const int VersionMismatch = 18;
    private const int Unknown = 999;

    [Fact]
    public async Task Without_a_driver_it_says_so_and_is_ready()
    {
        Machine.Uninstall();
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(("no_driver", 0), (metrics.State, metrics.Devices));
        Assert.Empty(metrics.All("nvidia_gpu_device_up"));
        Assert.Equal(HttpStatusCode.OK, await exporter.ReadyAsync());
    }

    [Fact]
    public async Task A_driver_that_is_installed_later_is_found()
    {
        Machine.Uninstall();
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeUntilStateAsync("no_driver");

        await Machine.InstallAsync(cancellationToken: Cancellation);

        Assert.Equal(8, (await exporter.ScrapeUntilStateAsync("ok")).All("nvidia_gpu_temperature_celsius").Count);
    }

    [Theory]
    [InlineData(DriverNotLoaded, "no_driver")]
    [InlineData(NoPermission, "permission_denied")]
    [InlineData(OperatingSystem, "permission_denied")]
    [InlineData(VersionMismatch, "driver_error")]
    [InlineData(Unknown, "driver_error")]
    public async Task A_driver_that_refuses_is_asked_again_until_it_does_not(int code, string state)
    {
        Machine.Fail("nvmlInit_v2", code);
        await using var exporter = await Exporter.StartAsync(Machine);
        var refused = await exporter.ScrapeAsync();

        Assert.Equal((state, 0), (refused.State, refused.Devices));
        Assert.Equal(1, refused.All("nvidia_gpu_exporter_errors_total").Sum(error => error.Value));

        Machine.Heal("nvmlInit_v2");
        Assert.Equal(8, (await exporter.ScrapeUntilStateAsync("ok")).Devices);
    }

    [Fact]
    public async Task A_driver_that_was_reloaded_between_two_scrapes_is_not_even_noticed()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Set("generation", 2).Set("driver", "570.86.15");
        var metrics = await exporter.ScrapeUntilAsync(metrics => metrics.State == "ok");

        Assert.Equal(8, metrics.All("nvidia_gpu_temperature_celsius").Count);
        Assert.Equal(8, metrics.All("nvidia_gpu_info", ("driver_version", "570.86.15")).Count);
        Assert.Equal(8, metrics.All("nvidia_gpu_info").Count);
    }

    [Fact]
    public async Task A_driver_that_goes_in_the_middle_of_a_collection_is_as_good_as_gone_before_it()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Fail("nvmlDeviceGetPowerUsage", DriverNotLoaded, device: 4);
        var gone = await exporter.ScrapeAsync();

        Assert.Equal("no_driver", gone.State);
        Assert.Empty(gone.All("nvidia_gpu_temperature_celsius"));

        Machine.Heal("nvmlDeviceGetPowerUsage", device: 4);
        Assert.Equal(8, (await exporter.ScrapeUntilStateAsync("ok")).All("nvidia_gpu_temperature_celsius").Count);
    }

    [Fact]
    public async Task While_a_driver_is_unloaded_the_GPUs_that_were_there_are_down()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        Machine.Set("generation", 2).Fail("nvmlInit_v2", DriverNotLoaded);
        var unloaded = await exporter.ScrapeUntilStateAsync("no_driver");

        Assert.Equal(0, unloaded.Devices);
        Assert.Equal(Enumerable.Repeat(0.0, 8), unloaded.All("nvidia_gpu_device_up").Select(series => series.Value));
        Assert.All(ValueFamilies, family => Assert.Empty(unloaded.All(family)));

        Machine.Heal("nvmlInit_v2");
        var loaded = await exporter.ScrapeUntilStateAsync("ok");

        Assert.Equal(Enumerable.Repeat(1.0, 8), loaded.All("nvidia_gpu_device_up").Select(series => series.Value));
    }

    [Fact]
    public async Task After_an_update_the_new_library_is_loaded()
    {
        await Machine.InstallAsync(oldDriver: true, Cancellation);
        await using var exporter = await Exporter.StartAsync(Machine);
        Assert.Empty((await exporter.ScrapeAsync()).All("nvidia_gpu_power_limit_watts"));

        await Machine.InstallAsync(cancellationToken: Cancellation);
        Machine.Set("generation", 2);

        var updated = await exporter.ScrapeUntilAsync(metrics => metrics.State == "ok" && metrics.All("nvidia_gpu_power_limit_watts").Count > 0);
        Assert.Equal(8, updated.All("nvidia_gpu_power_limit_watts").Count);
    }

    [Fact]
    public async Task A_driver_without_a_GPU_is_a_state_of_its_own_until_there_is_one()
    {
        await using var exporter = await Exporter.StartAsync(Machine.Set("devices", 0));
        Assert.Equal(0, (await exporter.ScrapeUntilStateAsync("no_device")).Devices);

        Machine.Set("devices", 2);

        Assert.Equal(2, (await exporter.ScrapeUntilStateAsync("ok")).Devices);
    }

    [Fact]
    public async Task Where_no_GPU_may_be_reached_permission_is_what_is_missing()
    {
        Machine.Fail("nvmlDeviceGetHandleByIndex_v2", NoPermission);
        await using var exporter = await Exporter.StartAsync(Machine);

        var denied = await exporter.ScrapeAsync();

        Assert.Equal(("permission_denied", 8), (denied.State, denied.Devices));
        Assert.Equal(Enumerable.Repeat(0.0, 8), denied.All("nvidia_gpu_device_up").Select(series => series.Value));

        Machine.Heal("nvmlDeviceGetHandleByIndex_v2");
        Assert.All((await exporter.ScrapeUntilStateAsync("ok")).All("nvidia_gpu_device_up"), series => Assert.Equal(1, series.Value));
    }

    [Fact]
    public async Task Where_one_GPU_may_not_be_reached_the_others_are()
    {
        Machine.Fail("nvmlDeviceGetHandleByIndex_v2", NoPermission, device: 6);
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal("ok", metrics.State);
        Assert.Equal((0, 1), (metrics.Gpu("nvidia_gpu_device_up", 6), metrics.Gpu("nvidia_gpu_device_up", 7)));
        Assert.NotEqual(0, metrics.Value("nvidia_gpu_exporter_errors_total", ("error", "no_permission")));
    }

    [Fact]
    public async Task What_is_no_NVML_is_a_driver_error()
    {
        await using var exporter = await Exporter.StartAsync(Machine, ("Nvml__Library", "libc.so.6"));

        Assert.Equal("driver_error", (await exporter.ScrapeAsync()).State);
    }

    [Fact]
    public async Task A_change_of_state_is_one_log_line()
    {
        Machine.Fail("nvmlInit_v2", VersionMismatch);
        await using var exporter = await Exporter.StartAsync(Machine);
        for (var i = 0; i < 5; i++)
            await exporter.ScrapeAsync();
        Machine.Heal("nvmlInit_v2");
        await exporter.ScrapeUntilStateAsync("ok");

        await Eventually.Async(() => Task.FromResult(exporter.Messages.Contains("The exporter is in state ok, with 8 devices")));
        Assert.Single(exporter.Messages, line => line.StartsWith("The exporter is in state driver_error", StringComparison.Ordinal));
    }
}
