using System.Text.Json;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervisor.Output;

/// <summary>Writes events, one JSON object per line, one writer at a time. Once the AppHost is gone, events go nowhere.</summary>
internal sealed class EventWriter(Stream output) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly MemoryStream _buffer = new();
    private volatile bool _isBroken;

    public void Dispose() => _turn.Dispose();

    /// <summary>For the main thread, which must not continue anywhere else.</summary>
    public void Write(SupervisorEvent supervisorEvent) => WriteAsync(supervisorEvent).AsTask().GetAwaiter().GetResult();

    public async ValueTask WriteAsync(SupervisorEvent supervisorEvent)
    {
        if (_isBroken) return;
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _buffer.SetLength(0);
            JsonSerializer.Serialize(_buffer, supervisorEvent, ProtocolJson.Lines.SupervisorEvent);
            _buffer.WriteByte((byte)'\n');
            await output.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length)).ConfigureAwait(false);
        }
        catch (IOException)
        {
            _isBroken = true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
