using System.Globalization;
using Kthena.GpuExporter.Tests.Kubelet;

namespace Kthena.GpuExporter.Tests;

/// <summary>Which model's pods have a GPU, by the kubelet.</summary>
public sealed class PodResourcesTests : GpuTest
{
    private const string Gpu0 = "GPU-00000000-0000-0000-0000-000000000000";
    private const string Gpu1 = "GPU-00000000-0000-0000-0000-000000000001";

    [Fact]
    public async Task A_GPU_has_the_model_of_the_pod_that_has_it()
    {
        await using var kubelet = await FakeKubelet.StartAsync();
        kubelet.Add("lande-t50-infer-7d4b9c6f5d-x2x4z", "nvidia.com/gpu", Gpu0).Add("nginx-7d4b9c6f5d-x2x4z", "nvidia.com/gpu", Gpu1);
        Machine.Add("process 0 4711000 4096");
        await using var exporter = await StartAsync(kubelet);

        var metrics = await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0).Length > 0);

        Assert.Equal(("lande-t50", "", ""), (Model(metrics, 0), Model(metrics, 1), Model(metrics, 2)));
        Assert.Equal(4096, metrics.Value("nvidia_gpu_model_memory_usage_bytes", ("gpu_id", "0"), ("model_id", "lande-t50")));
    }

    [Fact]
    public async Task MIG_devices_and_GPUs_shared_in_time_belong_to_pods_too()
    {
        await using var kubelet = await FakeKubelet.StartAsync();
        kubelet.Add("one-infer-7d4b9c6f5d-aaaaa", "nvidia.com/mig-1g.10gb", "MIG-a").Add("two-infer-7d4b9c6f5d-bbbbb", "nvidia.com/gpu.shared", $"{Gpu1}::0")
            .Add("three-infer-7d4b9c6f5d-ccccc", "nvidia.com/gpu.shared", $"{Gpu1}::1").Add("four-infer-7d4b9c6f5d-ddddd", "example.com/nic", Gpu0);
        Machine.Add("mig 2 0 3 0 MIG-a 1000 10");
        await using var exporter = await StartAsync(kubelet);

        var metrics = await exporter.ScrapeUntilAsync(metrics => Model(metrics, 1).Length > 0);

        Assert.Equal("one", metrics.Find("nvidia_gpu_memory_usage_bytes", ("uuid", "MIG-a"))!.Labels["model_id"]);
        Assert.Equal(("", "_multiple_"), (Model(metrics, 0), Model(metrics, 1)));
    }

    [Fact]
    public async Task A_pod_that_ends_gives_its_GPU_back()
    {
        await using var kubelet = await FakeKubelet.StartAsync();
        kubelet.Add("lande-t50-infer-7d4b9c6f5d-x2x4z", "nvidia.com/gpu", Gpu0);
        await using var exporter = await StartAsync(kubelet);
        await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0) == "lande-t50");

        kubelet.RemoveAll();

        await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0).Length == 0);
    }

    [Theory]
    [InlineData(nameof(FakeKubelet.Breakage.Error))]
    [InlineData(nameof(FakeKubelet.Breakage.Silence))]
    public async Task A_kubelet_that_fails_is_counted_and_what_it_said_last_is_kept_for_a_while(string breakage)
    {
        await using var kubelet = await FakeKubelet.StartAsync();
        kubelet.Add("lande-t50-infer-7d4b9c6f5d-x2x4z", "nvidia.com/gpu", Gpu0);
        await using var exporter = await StartAsync(kubelet);
        await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0) == "lande-t50");

        kubelet.Break(Enum.Parse<FakeKubelet.Breakage>(breakage));
        var failing = await exporter.ScrapeUntilAsync(metrics => Failures(metrics) >= 2);
        Assert.Equal(("ok", "lande-t50"), (failing.State, Model(failing, 0)));

        kubelet.RemoveAll();
        kubelet.Break(FakeKubelet.Breakage.None);
        await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0).Length == 0);
    }

    [Fact]
    public async Task Without_its_socket_models_are_found_by_their_processes_and_a_kubelet_that_comes_later_is_asked()
    {
        using var process = ModelProcess.Start(("KTHENA_MODEL_ID", "by-process"));
        Machine.Add(string.Create(CultureInfo.InvariantCulture, $"process 0 {process.Id} 4096"));
        await using var kubelet = await FakeKubelet.StartAsync();
        kubelet.Add("by-pod-infer-7d4b9c6f5d-x2x4z", "nvidia.com/gpu", Gpu0);
        await kubelet.StopAsync();
        await using var exporter = await StartAsync(kubelet);
        Assert.Equal("by-process", Model(await exporter.ScrapeAsync(), 0));

        await kubelet.StartAgainAsync();
        await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0) == "by-pod");

        await kubelet.StopAsync();
        var without = await exporter.ScrapeUntilAsync(metrics => Model(metrics, 0) == "by-process");
        Assert.Equal(4096, without.Value("nvidia_gpu_model_memory_usage_bytes", ("model_id", "by-process")));
    }

    [Fact]
    public async Task Scrapes_do_not_ask_the_kubelet()
    {
        await using var kubelet = await FakeKubelet.StartAsync();
        await using var exporter = await Exporter.StartAsync(Machine, ("PodResources__Socket", kubelet.Socket), ("PodResources__Interval", "01:00:00"));
        await Eventually.Async(() => Task.FromResult(kubelet.Calls == 1));

        for (var i = 0; i < 20; i++)
            await exporter.ScrapeAsync();

        Assert.Equal(1, kubelet.Calls);
    }

    private static double Failures(Metrics metrics) => metrics.Value("nvidia_gpu_exporter_attribution_errors_total", ("source", "pod_resources"))!.Value;

    private static string Model(Metrics metrics, int gpu) =>
        metrics.Find("nvidia_gpu_temperature_celsius", ("gpu_id", gpu.ToString(CultureInfo.InvariantCulture)))!.Labels["model_id"];

    private Task<Exporter> StartAsync(FakeKubelet kubelet) =>
        Exporter.StartAsync(Machine, ("PodResources__Socket", kubelet.Socket), ("PodResources__Interval", "00:00:00.05"));
}
