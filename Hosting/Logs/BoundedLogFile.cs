using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Logs;

/// <summary>A log file that takes at most twice <see cref="Capacity"/>, its predecessor included.</summary>
internal sealed partial class BoundedLogFile(string path) : IAsyncDisposable
{
    /// <summary>In bytes.</summary>
    public const long Capacity = 10 << 20;

    private StreamWriter? _writer;

    /// <summary>Appends the lines as their program wrote them, without the time stamp that Aspire puts before each.</summary>
    public async Task WriteAsync(IReadOnlyList<LogLine> lines)
    {
        _writer ??= new StreamWriter(path);
        foreach (var line in lines) await _writer.WriteLineAsync(TimeStamp().Replace(line.Content, ""));
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

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d) ")]
    private static partial Regex TimeStamp();
}
