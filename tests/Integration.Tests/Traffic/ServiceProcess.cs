using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Traffic;

/// <summary>One of the repository's own programs, as it was built with these tests, without the graph.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ServiceProcess(string name, IEnumerable<string> arguments)
    {
        var folder = Path.Join(Repository.Root, "artifacts", "bin", name, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        _process = Process.Start(new ProcessStartInfo(Path.Join(folder, name), arguments) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text) _lines.Writer.TryWrite(text);
        };
        _process.BeginOutputReadLine();
    }

    public static ServiceProcess Start(string name, params string[] arguments) => new(name, arguments);

    /// <summary>The address that the program says it listens on.</summary>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(s_bound);
        await foreach (var line in _lines.Reader.ReadAllAsync(bound.Token))
        {
            if (JsonDocument.Parse(line).RootElement.GetProperty("State").TryGetProperty("address", out var address))
                return new Uri(address.GetString()!);
        }

        throw new InvalidOperationException("The program ended without an address.");
    }

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(s_bound, cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
