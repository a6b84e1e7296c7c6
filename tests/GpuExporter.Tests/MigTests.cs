namespace Kthena.GpuExporter.Tests;

/// <summary>A GPU that MIG divides into devices.</summary>
public sealed class MigTests : GpuTest
{
    private static readonly string[] s_ofTheWhole = ["nvidia_gpu_utilization_percent", "nvidia_gpu_memory_usage_bytes", "nvidia_gpu_memory_total_bytes"];
    private static readonly string[] s_ofTheBoard = ["nvidia_gpu_temperature_celsius", "nvidia_gpu_power_usage_watts", "nvidia_gpu_clock_hertz", "nvidia_gpu_ecc_errors_total"];

    [Fact]
    public async Task Each_MIG_device_has_its_own_UUID_and_memory_and_no_utilisation()
    {
        Machine.Add("mig 2 0 3 0 MIG-a 1000 10").Add("mig 2 4 5 1 MIG-b 2000 20");
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal((10, 1000), (Memory("usage", "MIG-a", "3", "0"), Memory("total", "MIG-a", "3", "0")));
        Assert.Equal((20, 2000), (Memory("usage", "MIG-b", "5", "1"), Memory("total", "MIG-b", "5", "1")));
        Assert.Equal(1, metrics.Value("nvidia_gpu_device_up", ("uuid", "MIG-a"), ("gpu_id", "2")));
        Assert.Equal("NVIDIA H100 80GB HBM3 MIG", metrics.Find("nvidia_gpu_info", ("uuid", "MIG-b"))!.Labels["name"]);
        Assert.Empty(metrics.All("nvidia_gpu_utilization_percent", ("gpu_id", "2")));
        Assert.Equal(0, metrics.All("nvidia_gpu_exporter_errors_total").Sum(error => error.Value));

        double? Memory(string what, string uuid, string gpuInstance, string computeInstance) => metrics.Value(
            $"nvidia_gpu_memory_{what}_bytes", ("gpu_id", "2"), ("uuid", uuid), ("gpu_instance_id", gpuInstance), ("compute_instance_id", computeInstance));
    }

    [Fact]
    public async Task A_sum_over_all_devices_counts_nothing_twice()
    {
        Machine.Add("mig 2 0 3 0 MIG-a 1000 10").Add("mig 2 1 5 0 MIG-b 2000 20");
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(8, metrics.Devices);
        Assert.All(s_ofTheWhole, family => Assert.Null(metrics.Gpu(family, 2)));
        Assert.All(s_ofTheBoard, family => Assert.All(metrics.All(family, ("gpu_id", "2")), series => Assert.Equal("GPU-00000000-0000-0000-0000-000000000002", series.Labels["uuid"])));
        Assert.All(s_ofTheBoard, family => Assert.NotEmpty(metrics.All(family, ("gpu_id", "2"))));
    }

    [Fact]
    public async Task Another_division_shows_at_the_next_scrape_and_the_old_devices_go()
    {
        Machine.Add("mig 2 0 3 0 MIG-a 1000 10");
        await using var exporter = await Exporter.StartAsync(Machine);
        Assert.NotNull((await exporter.ScrapeAsync()).Find("nvidia_gpu_device_up", ("uuid", "MIG-a")));

        Machine.Clear("mig 2 0 3 0 MIG-a 1000 10").Add("mig 2 0 3 0 MIG-c 500 5");
        var divided = await exporter.ScrapeAsync();

        Assert.DoesNotContain("MIG-a", divided.Text, StringComparison.Ordinal);
        Assert.Equal(5, divided.Value("nvidia_gpu_memory_usage_bytes", ("uuid", "MIG-c")));

        Machine.Clear("mig 2 0 3 0 MIG-c 500 5");
        var whole = await exporter.ScrapeAsync();

        Assert.DoesNotContain("MIG-", whole.Text, StringComparison.Ordinal);
        Assert.All(s_ofTheWhole, family => Assert.NotNull(whole.Gpu(family, 2)));
    }

    [Fact]
    public async Task Models_are_those_of_each_MIG_device_and_several_on_the_GPU()
    {
        using var one = ModelProcess.Start(("KTHENA_MODEL_ID", "one"));
        using var other = ModelProcess.Start(("KTHENA_MODEL_ID", "other"));
        Machine.Add("mig 2 0 3 0 MIG-a 1000 10").Add("mig 2 1 5 0 MIG-b 2000 20").Add($"migprocess 2 0 {one.Id} 7").Add($"migprocess 2 1 {other.Id} 9");
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal("one", metrics.Find("nvidia_gpu_memory_usage_bytes", ("uuid", "MIG-a"))!.Labels["model_id"]);
        Assert.Equal("other", metrics.Find("nvidia_gpu_memory_usage_bytes", ("uuid", "MIG-b"))!.Labels["model_id"]);
        Assert.Equal(9, metrics.Value("nvidia_gpu_model_memory_usage_bytes", ("uuid", "MIG-b"), ("model_id", "other")));
        Assert.Equal("_multiple_", metrics.Find("nvidia_gpu_temperature_celsius", ("gpu_id", "2"))!.Labels["model_id"]);
    }
}
