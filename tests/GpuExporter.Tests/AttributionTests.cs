using System.Globalization;

namespace Kthena.GpuExporter.Tests;

/// <summary>Which model's processes use a GPU, by real processes of this machine.</summary>
public sealed class AttributionTests : GpuTest
{
    [Fact]
    public async Task A_GPU_has_the_model_of_the_process_on_it_while_that_runs()
    {
        using var process = ModelProcess.Start(("KTHENA_MODEL_ID", "lande-t50"));
        var fact = Running(0, process, 4096);
        await using var exporter = await Exporter.StartAsync(Machine.Add(fact));

        var used = await exporter.ScrapeAsync();

        Assert.All(ValueFamilies.Except(["nvidia_gpu_ecc_errors_total"]), family => Assert.All(
            used.All(family, ("gpu_id", "0")), series => Assert.Equal("lande-t50", series.Labels["model_id"])));
        Assert.Equal(4096, used.Value("nvidia_gpu_model_memory_usage_bytes", ("gpu_id", "0"), ("model_id", "lande-t50")));
        Assert.Equal("", used.Find("nvidia_gpu_temperature_celsius", ("gpu_id", "1"))!.Labels["model_id"]);

        Machine.Clear(fact);
        var free = await exporter.ScrapeAsync();

        Assert.All(ValueFamilies.Except(["nvidia_gpu_ecc_errors_total"]), family => Assert.All(
            free.All(family, ("gpu_id", "0")), series => Assert.Equal("", series.Labels["model_id"])));
        Assert.Single(free.All("nvidia_gpu_temperature_celsius", ("gpu_id", "0")));
        Assert.Empty(free.All("nvidia_gpu_model_memory_usage_bytes"));
    }

    [Fact]
    public async Task Several_models_on_one_GPU_share_its_series_and_have_memory_of_their_own()
    {
        using var one = ModelProcess.Start(("KTHENA_MODEL_ID", "one"));
        using var two = ModelProcess.Start(("KTHENA_MODEL_ID", "two"));
        using var twoAgain = ModelProcess.Start(("KTHENA_MODEL_ID", "two"));
        Machine.Add(Running(0, one, 100)).Add(Running(0, two, 20)).Add(Running(0, twoAgain, 3));
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal("_multiple_", metrics.Find("nvidia_gpu_utilization_percent", ("gpu_id", "0"))!.Labels["model_id"]);
        Assert.Equal(
            (100, 23),
            (metrics.Value("nvidia_gpu_model_memory_usage_bytes", ("model_id", "one")), metrics.Value("nvidia_gpu_model_memory_usage_bytes", ("model_id", "two"))));
    }

    [Fact]
    public async Task A_process_says_its_model_by_its_environment_or_its_command_line()
    {
        using var ids = ModelProcess.Start(("Models__Ids__0", "from-ids"));
        using var several = ModelProcess.Start(("Models__Ids__0", "a"), ("Models__Ids__1", "b"));
        using var vllm = ModelProcess.StartWithWords("vllm", "serve", "from-vllm", "--port", "8000");
        using var worker = ModelProcess.StartWorkerOf("vllm", "serve", "big/Model", "--served-model-name", "from-parent");
        using var invalid = ModelProcess.Start(("KTHENA_MODEL_ID", "Not A Label!"));
        using var other = ModelProcess.Start();
        Machine.Add(Running(0, ids, 1)).Add(Running(1, several, 1)).Add(Running(2, vllm, 1)).Add(Running(3, worker, 1)).Add(Running(4, invalid, 1)).Add(Running(5, other, 1));
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(
            ["from-ids", "_multiple_", "from-vllm", "from-parent", "_unknown_", ""],
            Enumerable.Range(0, 6).Select(gpu => metrics.Find("nvidia_gpu_temperature_celsius", ("gpu_id", gpu.ToString(CultureInfo.InvariantCulture)))!.Labels["model_id"]));
        Assert.Equal(0, metrics.Value("nvidia_gpu_exporter_attribution_errors_total", ("source", "proc")));
    }

    [Fact]
    public async Task A_process_that_cannot_be_seen_is_no_model_and_what_may_not_be_read_is_counted()
    {
        using var root = new ProcFolder();
        root.Deny(11);
        Machine.Add("process 0 11 4096").Add("process 1 12 4096");
        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__ProcRoot", root.Path));

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(("ok", 1), (metrics.State, metrics.Gpu("nvidia_gpu_device_up", 0)));
        Assert.All(metrics.All("nvidia_gpu_temperature_celsius"), series => Assert.Equal("", series.Labels["model_id"]));
        Assert.Empty(metrics.All("nvidia_gpu_model_memory_usage_bytes"));
        Assert.Equal(1, metrics.Value("nvidia_gpu_exporter_attribution_errors_total", ("source", "proc")));
    }

    [Fact]
    public async Task Memory_that_the_driver_does_not_know_makes_that_of_the_model_absent()
    {
        using var process = ModelProcess.Start(("KTHENA_MODEL_ID", "lande-t50"));
        Machine.Add(Running(0, process, 4096)).Add(Running(0, process, -1));
        await using var exporter = await Exporter.StartAsync(Machine);

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal("lande-t50", metrics.Find("nvidia_gpu_temperature_celsius", ("gpu_id", "0"))!.Labels["model_id"]);
        Assert.Empty(metrics.All("nvidia_gpu_model_memory_usage_bytes"));
    }

    [Fact]
    public async Task More_processes_than_expected_are_all_seen_and_invented_names_add_256_series_at_most()
    {
        using var root = new ProcFolder();
        for (var pid = 1000; pid < 1250; pid++)
        {
            root.Add(pid, $"KTHENA_MODEL_ID=first-{pid}");
            root.Add(pid + 1000, $"KTHENA_MODEL_ID=second-{pid}");
            Machine.Add($"process 0 {pid} 1").Add($"process 1 {pid + 1000} 1");
        }

        await using var exporter = await Exporter.StartAsync(Machine, ("Gpu__ProcRoot", root.Path));

        var metrics = await exporter.ScrapeAsync();

        Assert.Equal(250, metrics.All("nvidia_gpu_model_memory_usage_bytes", ("gpu_id", "0")).Count);
        Assert.Equal(257, metrics.All("nvidia_gpu_model_memory_usage_bytes").Count);
        Assert.Equal(244, metrics.Value("nvidia_gpu_model_memory_usage_bytes", ("model_id", "_unknown_")));
    }

    private static string Running(int gpu, ModelProcess process, long bytes) => string.Create(CultureInfo.InvariantCulture, $"process {gpu} {process.Id} {bytes}");
}
