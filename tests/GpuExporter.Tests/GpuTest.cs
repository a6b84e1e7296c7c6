using Kthena.FakeNvml;

namespace Kthena.GpuExporter.Tests;

/// <summary>A test on a machine of its own, with the fake NVML; skipped where that cannot be compiled.</summary>
public abstract class GpuTest : IAsyncLifetime
{
    protected static readonly string[] ValueFamilies =
    [
        "nvidia_gpu_utilization_percent", "nvidia_gpu_memory_usage_bytes", "nvidia_gpu_memory_total_bytes", "nvidia_gpu_temperature_celsius",
        "nvidia_gpu_power_usage_watts", "nvidia_gpu_power_limit_watts", "nvidia_gpu_clock_hertz", "nvidia_gpu_ecc_errors_total",
    ];

    protected FakeMachine Machine { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(FakeLibrary.Refusal is not null, FakeLibrary.Refusal ?? "");
        await Machine.InstallAsync(cancellationToken: Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        Machine.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
