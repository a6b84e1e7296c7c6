using Kthena.GpuExporter.Devices;
using Microsoft.Extensions.Configuration;

namespace Kthena.GpuExporter.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Without_configuration_it_measures_GPUs()
    {
        var options = Read();

        Assert.Equal((DeviceKind.Nvml, "libnvidia-ml.so.1", "/proc"), (options.Device, options.Library, options.ProcRoot));
        Assert.Equal("/var/lib/kubelet/pod-resources/kubelet.sock", options.PodResourcesSocket);
        Assert.Equal((10, 1, 5), (options.RetryInterval.TotalSeconds, options.CollectTimeout.TotalSeconds, options.PodResourcesInterval.TotalSeconds));
    }

    [Theory]
    [InlineData("Gpu:Device", "NVML", "nvml")]
    [InlineData("Gpu:RetryInterval", "0", "00:00:00.0100000")]
    [InlineData("Gpu:RetryInterval", "soon", "hours:minutes:seconds")]
    [InlineData("Gpu:CollectTimeout", "00:01:01", "00:01:00")]
    [InlineData("PodResources:Interval", "-00:00:01", "01:00:00")]
    [InlineData("Software:MetricsUrl", "model-server", "http")]
    public void A_bad_setting_is_named_with_what_it_may_be(string key, string value, string allowed)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read((key, value)));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--device", "gpu")]
    [InlineData("--Gpu:Device", "gpu")]
    public async Task An_unknown_device_ends_the_program_with_2_and_one_line(string option, string value)
    {
        var (exitCode, errors) = await Exporter.RunAsync([], option, value);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("gpu-exporter: the device is 'gpu': give --device", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static ExporterOptions Read(params (string Key, string Value)[] settings) =>
        ExporterOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
