namespace Kthena.GpuExporter.Tests;

/// <summary>A driver that does not return from a call.</summary>
public sealed class HangTests : GpuTest
{
    [Fact]
    public async Task Scrapes_get_the_last_values_and_the_state_stale_until_the_driver_answers()
    {
        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__CollectTimeout", "00:00:00.5"));
        await exporter.ScrapeUntilStateAsync("ok");

        Machine.Set("gpu 0 temperature", 99).Set("hang", "nvmlDeviceGetTemperature");
        var stale = await exporter.ScrapeAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => exporter.ScrapeAsync()));

        Assert.Equal(("stale", 8, 40), (stale.State, stale.Devices, stale.Gpu("nvidia_gpu_temperature_celsius", 0)));
        Assert.Equal(stale.Value("nvidia_gpu_exporter_last_collection_timestamp_seconds"), (await exporter.ScrapeAsync()).Value("nvidia_gpu_exporter_last_collection_timestamp_seconds"));

        Machine.Clear("hang");
        Assert.Equal(99, (await exporter.ScrapeUntilStateAsync("ok")).Gpu("nvidia_gpu_temperature_celsius", 0));
    }

    [Fact]
    public async Task A_driver_that_hangs_from_the_start_keeps_no_scrape()
    {
        Machine.Set("hang", "nvmlInit_v2");
        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__CollectTimeout", "00:00:00.1"));

        var stale = await exporter.ScrapeAsync();

        Assert.Equal(("stale", 0), (stale.State, stale.Devices));
    }

    [Fact]
    public async Task A_wait_for_events_that_hangs_does_not_keep_scrapes()
    {
        Machine.Set("hang", "nvmlEventSetWait_v2");
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeAsync();

        // The new connection needs the old one closed.
        Machine.Set("generation", 2);

        Assert.Equal(8, (await exporter.ScrapeUntilStateAsync("ok")).All("nvidia_gpu_temperature_celsius").Count);
    }

    [Theory]
    [InlineData("nvmlInit_v2")]
    [InlineData("nvmlDeviceGetTemperature")]
    public async Task It_ends_when_it_is_told_to_even_so(string function)
    {
        Machine.Set("hang", function);
        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__CollectTimeout", "00:00:00.1"));
        await exporter.ScrapeUntilStateAsync("stale");

        Assert.Equal(0, await exporter.TerminateAsync());
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to_while_the_driver_answers()
    {
        await using var exporter = await Exporter.StartAsync(Machine);
        await exporter.ScrapeUntilStateAsync("ok");

        Assert.Equal(0, await exporter.TerminateAsync());
    }
}
