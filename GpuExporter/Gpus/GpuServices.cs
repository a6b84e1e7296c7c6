using Kthena.GpuExporter.Collection;
using Kthena.GpuExporter.Gpus;

namespace Kthena.GpuExporter.Devices;

internal static class GpuServices
{
    /// <summary>Measures the GPUs of this machine.</summary>
    public static void AddNvmlDevices(this IHostApplicationBuilder builder) => builder.AddCollection<NvmlSource>();
}
