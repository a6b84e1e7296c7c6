namespace Kthena.GpuExporter.Nvml;

/// <content>Events. A set may be used by one thread at a time.</content>
internal sealed unsafe partial class NvmlLibrary
{
    private readonly delegate* unmanaged<nint*, NvmlReturn> _eventSetCreate;
    private readonly delegate* unmanaged<nint, NvmlReturn> _eventSetFree;
    private readonly delegate* unmanaged<nint, ulong, nint, NvmlReturn> _registerEvents;
    private readonly delegate* unmanaged<nint, NvmlEvent*, uint, NvmlReturn> _eventSetWait;

    public NvmlReturn CreateEventSet(out nint set)
    {
        fixed (nint* result = &set)
        {
            *result = 0;
            return _eventSetCreate == null || _eventSetWait == null ? NvmlReturn.FunctionNotFound : _eventSetCreate(result);
        }
    }

    public NvmlReturn FreeEventSet(nint set) => _eventSetFree == null ? NvmlReturn.FunctionNotFound : _eventSetFree(set);

    public NvmlReturn RegisterEvents(nint device, ulong types, nint set) =>
        _registerEvents == null ? NvmlReturn.FunctionNotFound : _registerEvents(device, types, set);

    /// <summary>Waits for the next event of a set; <see cref="NvmlReturn.Timeout"/> when none came.</summary>
    public NvmlReturn WaitForEvent(nint set, TimeSpan timeout, out NvmlEvent happened)
    {
        fixed (NvmlEvent* result = &happened)
        {
            *result = default;
            return _eventSetWait == null ? NvmlReturn.FunctionNotFound : _eventSetWait(set, result, (uint)timeout.TotalMilliseconds);
        }
    }
}
