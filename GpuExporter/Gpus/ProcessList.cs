using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Nvml;

namespace Kthena.GpuExporter.Gpus;

/// <summary>Asks which processes use a device, and whose they are.</summary>
internal sealed class ProcessList(NvmlLibrary library, ModelAttribution attribution)
{
    // A GPU has room for some hundred contexts.
    private const int MaxProcesses = 4096;

    private NvmlProcess[] _buffer = new NvmlProcess[32];

    /// <exception cref="SessionLostException">The driver is not the one that was opened.</exception>
    public void Read(nint device, DeviceReading reading, Calls calls)
    {
        var code = library.GetProcesses(device, _buffer, out var count);
        if (code == NvmlReturn.InsufficientSize && count <= MaxProcesses)
        {
            // More may start between the two calls.
            _buffer = new NvmlProcess[Math.Min(count * 2, MaxProcesses)];
            code = library.GetProcesses(device, _buffer, out count);
        }

        var known = calls.Read(code, "process list") ? _buffer.AsSpan(0, Math.Min(count, _buffer.Length)) : [];
        attribution.Attribute(reading, known);
    }
}
