using System.Runtime.InteropServices;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>Memory that is really taken: outside the collected heap, and written to, page by page.</summary>
internal sealed unsafe class Ballast : IDisposable
{
    private const int PageSize = 4096;

    private void* _memory;

    /// <exception cref="OutOfMemoryException">There is not that much.</exception>
    public Ballast(long bytes)
    {
        Bytes = bytes;
        _memory = NativeMemory.Alloc((nuint)bytes);
        for (long at = 0; at < bytes; at += PageSize)
            ((byte*)_memory)[at] = 1;
    }

    public long Bytes { get; }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
