using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kthena.Bench.ModelServer.Processes;

/// <summary>The model server as its users start it, on the server's processor, with all its models loaded.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int KeptLines = 20;

    private static readonly TimeSpan s_startTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<string> _lines = new();
    private volatile Uri? _address;

    private ServerProcess(Process process, TimeProvider time)
    {
        _process = process;
        _time = time;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
    }

    public Uri Address => _address!;

    public int Id => _process.Id;

    /// <summary>A client of its own connections, as many as it takes, and no limit of time of its own.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The processor time that the server took so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="BenchmarkException">It did not become ready; the message has its last lines.</exception>
    public static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string> settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = ProcessorCore.Server.Start(
            Path.Combine(AppContext.BaseDirectory, "SampleModelServer"), settings.Select(setting => $"--{setting.Key}={setting.Value}"));
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var server = new ServerProcess(Process.Start(start)!, time);
        try
        {
            await server.BecomeReadyAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }

    private async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var timeout = new CancellationTokenSource(s_stopTimeout, _time);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
    }

    private async Task BecomeReadyAsync(CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (_process.HasExited || _time.GetElapsedTime(start) > s_startTimeout)
                throw new BenchmarkException($"the server did not become ready; its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, _lines)}");
            await Task.Delay(s_poll, _time, cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (_address is not { } address)
            return false;
        Client ??= new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await Client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
        if (_address is null && line.Contains("\"address\"", StringComparison.Ordinal))
            _address = new Uri(JsonDocument.Parse(line).RootElement.GetProperty("State").GetProperty("address").GetString()!);
    }
}
