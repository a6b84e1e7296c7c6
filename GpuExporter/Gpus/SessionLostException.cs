using Kthena.GpuExporter.Nvml;

namespace Kthena.GpuExporter.Gpus;

/// <summary>The driver was unloaded, reloaded or replaced under the exporter: every handle is void.</summary>
internal sealed class SessionLostException(NvmlReturn code) : Exception
{
    public NvmlReturn Code => code;
}
