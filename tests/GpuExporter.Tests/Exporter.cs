using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Kthena.FakeNvml;

namespace Kthena.GpuExporter.Tests;

/// <summary>The exporter as its users start it: a process of its own. Its end before the test's is a failure.</summary>
internal sealed class Exporter : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);
    private static readonly Uri s_metrics = new("/metrics", UriKind.Relative);
    private static readonly Uri s_ready = new("/readyz", UriKind.Relative);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private bool _mayEnd;

    private Exporter(Process process)
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

    /// <summary>The messages of the log, in their order.</summary>
    public IEnumerable<string> Messages => _lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString()!);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it on a fake machine, and has it look for the driver as often as it is scraped.</summary>
    public static Task<Exporter> StartAsync(FakeMachine machine, params (string Key, string Value)[] settings) => StartAsync([
        ("Nvml__Library", machine.Library), ("Gpu__RetryInterval", "00:00:00.01"), ("Gpu__CollectTimeout", "00:00:20"),
        ("PodResources__Socket", "/nonexistent"), .. settings]);

    public static async Task<Exporter> StartAsync(IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        var exporter = new Exporter(Process.Start(Start(settings, arguments))!);
        await Eventually.Async(() => Task.FromResult(exporter.Address() is not null));
        exporter.Client = new HttpClient { BaseAddress = exporter.Address() };
        return exporter;
    }

    /// <summary>Runs an exporter that cannot start, to its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        var start = Start(settings, arguments);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(Cancellation).WaitAsync(s_bound, Cancellation);
            await process.WaitForExitAsync(Cancellation).WaitAsync(s_bound, Cancellation);
            return (process.ExitCode, errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    public async Task<Metrics> ScrapeAsync() => new(await Client.GetStringAsync(s_metrics, Cancellation));

    /// <summary>Scrapes until the metrics are as they should be; they are the answer.</summary>
    public async Task<Metrics> ScrapeUntilAsync(Func<Metrics, bool> condition)
    {
        Metrics? last = null;
        try
        {
            await Eventually.Async(async () => condition(last = await ScrapeAsync()));
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            Assert.Fail($"The metrics never were as they should be:\n{last?.Text}\n{string.Join('\n', _lines)}");
        }

        return last!;
    }

    public Task<Metrics> ScrapeUntilStateAsync(string state) => ScrapeUntilAsync(metrics => metrics.State == state);

    public async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await Client.GetAsync(s_ready, Cancellation);
        return response.StatusCode;
    }

    public async Task<int> TerminateAsync()
    {
        _mayEnd = true;
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(Cancellation).WaitAsync(s_bound, Cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        var ended = _process.HasExited;
        if (!ended)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        var code = _process.ExitCode;
        _process.Dispose();
        Assert.False(ended && !_mayEnd, $"The exporter has ended by itself, with {code}:\n{string.Join('\n', _lines)}");
    }

    private static ProcessStartInfo Start(IEnumerable<(string Key, string Value)> settings, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "GpuExporter"), arguments) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return start;
    }

    private Uri? Address() => _lines
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State"))
        .Select(state => state.TryGetProperty("address", out var address) ? new Uri(address.GetString()!) : null)
        .FirstOrDefault(address => address is not null);
}
