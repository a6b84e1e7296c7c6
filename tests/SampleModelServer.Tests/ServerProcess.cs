using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

/// <summary>The server as its users start it: a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                _lines.Enqueue(text);
        };
        _process.BeginOutputReadLine();
    }

    public HttpClient Client { get; private set; } = null!;

    public IEnumerable<string> Lines => _lines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ServerProcess> StartAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SampleModelServer")) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in environment)
            start.Environment[key] = value;

        var server = new ServerProcess(Process.Start(start)!);
        await Eventually.Async(() => Task.FromResult(server.Address() is not null));
        server.Client = new HttpClient { BaseAddress = server.Address() };
        await Eventually.Async(async () =>
        {
            using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
            return ready.IsSuccessStatusCode;
        });
        return server;
    }

    /// <summary>Runs a server that cannot start, to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SampleModelServer"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in environment)
            start.Environment[key] = value;

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Cancellation);
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation).WaitAsync(s_bound, Cancellation);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync(Cancellation).WaitAsync(s_bound, Cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private Uri? Address() => _lines
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State"))
        .Select(state => state.TryGetProperty("address", out var address) ? new Uri(address.GetString()!) : null)
        .FirstOrDefault(address => address is not null);
}
