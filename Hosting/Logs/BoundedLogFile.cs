using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.Logs;

/// <summary>A log file that takes at most twice <see cref="Capacity"/>, its predecessor included.</summary>
internal sealed class BoundedLogFile(string path) : IAsyncDisposable
{
    /// <summary>In bytes.</summary>
    public const long Capacity = 10 << 20;

    private StreamWriter? _writer;

    /// <summary>Appends the lines as their program wrote them, without the time stamp that Aspire puts before each.</summary>
    public async Task WriteAsync(IReadOnlyList<LogLine> lines)
    {
        _writer ??= new StreamWriter(path);
        foreach (var line in lines) await _writer.WriteLineAsync(PlainText.WithoutTimeStamp(line.Content));
        await _writer.FlushAsync();
        if (_writer.BaseStream.Length >= Capacity) await BeginAnewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
    }

    private async Task BeginAnewAsync()
    {
        await DisposeAsync();
        _writer = null;
        File.Move(path, path + ".1", overwrite: true);
    }
}
