namespace Kthena.GpuExporter.Nvml;

/// <content>Multi-Instance GPU: one GPU that is divided into devices of its own.</content>
internal sealed unsafe partial class NvmlLibrary
{
    private const uint MigEnabled = 1;

    private readonly delegate* unmanaged<nint, uint*, uint*, NvmlReturn> _migMode;
    private readonly delegate* unmanaged<nint, uint*, NvmlReturn> _maxMigDevices;
    private readonly delegate* unmanaged<nint, uint, nint*, NvmlReturn> _migDevice;
    private readonly delegate* unmanaged<nint, uint*, NvmlReturn> _gpuInstance;
    private readonly delegate* unmanaged<nint, uint*, NvmlReturn> _computeInstance;

    /// <summary>Whether the GPU is divided now; what is pending until its next reset does not count.</summary>
    public NvmlReturn GetMigMode(nint device, out bool isEnabled)
    {
        uint current = 0, pending = 0;
        var code = _migMode == null ? NvmlReturn.FunctionNotFound : _migMode(device, &current, &pending);
        isEnabled = code == NvmlReturn.Success && current == MigEnabled;
        return code;
    }

    public NvmlReturn GetMaxMigDevices(nint device, out uint count)
    {
        fixed (uint* result = &count)
        {
            *result = 0;
            return _maxMigDevices == null ? NvmlReturn.FunctionNotFound : _maxMigDevices(device, result);
        }
    }

    /// <summary><see cref="NvmlReturn.NotFound"/> where the GPU has no MIG device of this index.</summary>
    public NvmlReturn GetMigDevice(nint device, uint index, out nint migDevice)
    {
        fixed (nint* result = &migDevice)
        {
            *result = 0;
            return _migDevice == null ? NvmlReturn.FunctionNotFound : _migDevice(device, index, result);
        }
    }

    public NvmlReturn GetGpuInstance(nint migDevice, out uint id)
    {
        fixed (uint* result = &id)
        {
            *result = 0;
            return _gpuInstance == null ? NvmlReturn.FunctionNotFound : _gpuInstance(migDevice, result);
        }
    }

    public NvmlReturn GetComputeInstance(nint migDevice, out uint id)
    {
        fixed (uint* result = &id)
        {
            *result = 0;
            return _computeInstance == null ? NvmlReturn.FunctionNotFound : _computeInstance(migDevice, result);
        }
    }
}
