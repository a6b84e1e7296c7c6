namespace Kthena.GpuExporter.Devices;

/// <summary>What is measured: GPUs through NVML, or the local model server's processor time in the place of one.</summary>
internal enum DeviceKind
{
    Nvml,
    Software,
}
