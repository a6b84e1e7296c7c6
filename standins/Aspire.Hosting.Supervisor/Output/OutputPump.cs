using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervisor.Output;

/// <summary>Carries one output stream of a process to the AppHost. A slow AppHost slows the process down, like any full pipe.</summary>
internal static class OutputPump
{
    private const int ChunkSize = 16 * 1024;

    public static async Task RunAsync(int id, bool isError, Stream stream, EventWriter events)
    {
        var splitter = new LineSplitter();
        var chunk = new byte[ChunkSize];
        try
        {
            while (await stream.ReadAsync(chunk).ConfigureAwait(false) is > 0 and var length)
                await WriteAsync(splitter.Append(chunk.AsSpan(0, length))).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed because a process that escaped its mark holds the other end.
        }

        await WriteAsync(splitter.Complete()).ConfigureAwait(false);

        ValueTask WriteAsync(IReadOnlyList<string> lines) => lines.Count == 0 ? default : events.WriteAsync(new OutputEvent(id, isError, lines));
    }
}
