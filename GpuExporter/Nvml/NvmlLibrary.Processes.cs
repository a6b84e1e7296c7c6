namespace Kthena.GpuExporter.Nvml;

/// <content>Processes with a compute context on a GPU or MIG device.</content>
internal sealed unsafe partial class NvmlLibrary
{
    private readonly delegate* unmanaged<nint, uint*, NvmlProcess*, NvmlReturn> _processes;
    private readonly delegate* unmanaged<nint, uint*, NvmlProcessV1*, NvmlReturn> _processesV1;

    /// <summary>Fills <paramref name="processes"/>; <see cref="NvmlReturn.InsufficientSize"/> when <paramref name="count"/> of them do not fit.</summary>
    public NvmlReturn GetProcesses(nint device, Span<NvmlProcess> processes, out int count)
    {
        var size = (uint)processes.Length;
        NvmlReturn code;
        if (_processes != null)
        {
            fixed (NvmlProcess* first = processes)
                code = _processes(device, &size, first);
        }
        else
        {
            code = GetProcessesV1(device, processes, ref size);
        }

        count = (int)Math.Min(size, int.MaxValue);
        return code;
    }

    private NvmlReturn GetProcessesV1(nint device, Span<NvmlProcess> processes, ref uint size)
    {
        if (_processesV1 == null)
            return NvmlReturn.FunctionNotFound;

        Span<NvmlProcessV1> old = new NvmlProcessV1[processes.Length];
        var count = size;
        NvmlReturn code;
        fixed (NvmlProcessV1* first = old)
            code = _processesV1(device, &count, first);
        size = count;
        for (var i = 0; code == NvmlReturn.Success && i < Math.Min((int)count, old.Length); i++)
            processes[i] = new NvmlProcess { Pid = old[i].Pid, UsedMemory = old[i].UsedMemory };
        return code;
    }
}
