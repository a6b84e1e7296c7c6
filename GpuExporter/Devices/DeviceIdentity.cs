namespace Kthena.GpuExporter.Devices;

/// <summary>Which device, in the words of its labels. Two readings are of the same device when all of it is equal.</summary>
/// <param name="GpuId">NVML's index of the GPU, or of the GPU that a MIG device is a part of.</param>
/// <param name="Uuid">The device's own UUID; empty for one that could not be asked even once.</param>
/// <param name="GpuInstance">MIG: the id of the GPU instance; otherwise empty.</param>
/// <param name="ComputeInstance">MIG: the id of the compute instance; otherwise empty.</param>
/// <param name="Name">The product's name.</param>
/// <param name="PciBusId">Where it sits, as <c>dmesg</c> names it; empty where that is not known.</param>
/// <param name="DriverVersion">The driver it was read through.</param>
/// <param name="Kind">What kind of device it really is.</param>
internal sealed record DeviceIdentity(
    string GpuId,
    string Uuid,
    string GpuInstance,
    string ComputeInstance,
    string Name,
    string PciBusId,
    string DriverVersion,
    DeviceKind Kind)
{
    public bool IsMig => GpuInstance.Length > 0;

    public override string ToString() => this switch
    {
        { Kind: DeviceKind.Software } => $"Software device {Uuid}",
        { IsMig: true } => $"MIG device {GpuInstance}/{ComputeInstance} of GPU {GpuId} ({Uuid})",
        _ => $"GPU {GpuId} ({Uuid})",
    };
}
