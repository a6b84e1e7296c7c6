namespace Kthena.GpuExporter.Tests;

/// <summary>The device that is chosen with <c>--device software</c>: the model server's processor time.</summary>
public sealed class SoftwareDeviceTests
{
    private static readonly string[] s_families =
    [
        "nvidia_gpu_temperature_celsius", "nvidia_gpu_power_usage_watts", "nvidia_gpu_power_limit_watts", "nvidia_gpu_clock_hertz",
        "nvidia_gpu_ecc_errors_total", "nvidia_gpu_xid_errors_total", "nvidia_gpu_last_xid_error",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_takes_it_for_a_GPU()
    {
        await using var server = await ModelServer.StartAsync();
        await using var exporter = await StartAsync(server);

        var metrics = await exporter.ScrapeAsync();

        Assert.NotNull(metrics.Find("nvidia_gpu_info", ("gpu_id", "0"), ("uuid", "SOFTWARE-0"), ("name", "cpu (software device)"), ("device", "software")));
        Assert.Equal(("ok", 1, 1), (metrics.State, metrics.Devices, metrics.Gpu("nvidia_gpu_device_up", 0)));
        Assert.All(s_families, family => Assert.Empty(metrics.All(family)));
        await Promtool.AssertCleanAsync(metrics.Text, Cancellation);
    }

    [Fact]
    public async Task Memory_is_what_the_models_use_of_the_machines()
    {
        await using var server = await ModelServer.StartAsync();
        server.Models = ["lande-t50", "lande-t50-pruned"];
        await using var exporter = await StartAsync(server);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(2000, metrics.Value("nvidia_gpu_memory_usage_bytes", ("model_id", "_multiple_")));
        Assert.InRange(metrics.Gpu("nvidia_gpu_memory_total_bytes", 0)!.Value, 1 << 20, 1L << 50);
        Assert.Equal(
            ["lande-t50", "lande-t50-pruned"], metrics.All("nvidia_gpu_model_memory_usage_bytes").Where(series => series.Value == 1000).Select(series => series.Labels["model_id"]).Order());
        Assert.Equal(2, metrics.All("nvidia_gpu_model_memory_usage_bytes").Count);
    }

    [Fact]
    public async Task Utilisation_is_known_from_the_second_scrape_and_is_0_for_a_backend_that_did_nothing()
    {
        await using var server = await ModelServer.StartAsync();
        server.BusySeconds = 1234;
        await using var exporter = await StartAsync(server);

        Assert.Empty((await exporter.ScrapeAsync()).All("nvidia_gpu_utilization_percent"));

        var second = await exporter.ScrapeUntilAsync(metrics => metrics.All("nvidia_gpu_utilization_percent").Count > 0);
        Assert.Equal(0, second.Value("nvidia_gpu_utilization_percent", ("model_id", "lande-t50")));
    }

    [Fact]
    public async Task A_backend_that_was_busy_all_the_time_is_at_100_percent_and_never_above()
    {
        await using var server = await ModelServer.StartAsync();
        server.IsBusy = true;
        await using var exporter = await StartAsync(server);

        var metrics = await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_utilization_percent", 0) > 50);

        Assert.InRange(metrics.Gpu("nvidia_gpu_utilization_percent", 0)!.Value, 50, 100);
    }

    [Fact]
    public async Task A_server_that_is_away_is_down_and_found_again()
    {
        await using var server = await ModelServer.StartAsync();
        await using var exporter = await StartAsync(server);
        await exporter.ScrapeUntilAsync(metrics => metrics.All("nvidia_gpu_utilization_percent").Count > 0);

        await server.StopAsync();
        var down = await exporter.ScrapeUntilAsync(metrics => metrics.Gpu("nvidia_gpu_device_up", 0) == 0);

        Assert.NotNull(down.Find("nvidia_gpu_info", ("uuid", "SOFTWARE-0")));
        Assert.Empty(down.All("nvidia_gpu_utilization_percent"));
        Assert.Empty(down.All("nvidia_gpu_memory_usage_bytes"));
        Assert.NotEqual(0, down.Value("nvidia_gpu_exporter_errors_total", ("error", "unreachable")));

        await server.StartAgainAsync();
        await exporter.ScrapeUntilAsync(metrics => metrics.All("nvidia_gpu_utilization_percent").Count > 0 && metrics.Gpu("nvidia_gpu_device_up", 0) == 1);
    }

    [Fact]
    public async Task A_server_that_answers_nonsense_is_down()
    {
        await using var server = await ModelServer.StartAsync();
        server.Nonsense = "kthena_model_status{model_id=oops} 1";
        await using var exporter = await StartAsync(server);

        Assert.Equal(0, (await exporter.ScrapeAsync()).Gpu("nvidia_gpu_device_up", 0));
    }

    [Fact]
    public async Task The_server_is_found_by_its_name_in_the_graph()
    {
        await using var server = await ModelServer.StartAsync();
        await using var exporter = await Exporter.StartAsync([("services__model-server__metrics__0", $"http://127.0.0.1:{server.Port}")], "--device", "software");

        Assert.Equal(1, (await exporter.ScrapeUntilAsync(metrics => metrics.State == "ok")).Gpu("nvidia_gpu_device_up", 0));
    }

    private static Task<Exporter> StartAsync(ModelServer server) =>
        Exporter.StartAsync([("Software__MetricsUrl", server.Url), ("Gpu__CollectTimeout", "00:00:20")], "--device", "software");
}
