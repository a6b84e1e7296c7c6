using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Kthena.FakeNvml;

namespace Kthena.Bench.GpuExporter;

/// <summary>An exporter's process on a fake machine, and how long its scrapes took as a client sees them.</summary>
internal sealed class ExporterUnderLoad : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);
    private static readonly Uri s_metrics = new("/metrics", UriKind.Relative);

    private readonly FakeMachine _machine;
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly int _devices;
    private readonly List<double> _milliseconds = [];
    private int _bytes;

    private ExporterUnderLoad(FakeMachine machine, Process process, HttpClient http, int devices)
    {
        _machine = machine;
        _process = process;
        _http = http;
        _devices = devices;
    }

    public static async Task<ExporterUnderLoad> StartAsync(int devices, CancellationToken cancellationToken)
    {
        var machine = new FakeMachine();
        await machine.InstallAsync(cancellationToken: cancellationToken);
        machine.Set("devices", devices);

        var start = new ProcessStartInfo("dotnet", ["exec", Program()]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Nvml__Library"] = machine.Library;
        start.Environment["KTHENA_MODEL_ID"] = "bench"; // The exporter itself is the process on each GPU.
        var process = Process.Start(start)!;
        for (var device = 0; device < devices; device++)
            machine.Add(string.Create(CultureInfo.InvariantCulture, $"process {device} {process.Id} {1L << 30}"));
        return new(machine, process, new HttpClient { BaseAddress = await AddressAsync(process, cancellationToken) }, devices);
    }

    public async Task WarmUpAsync(CancellationToken cancellationToken) => await _http.GetByteArrayAsync(s_metrics, cancellationToken);

    public async Task ScrapeAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var exposition = await _http.GetByteArrayAsync(s_metrics, cancellationToken);
        _milliseconds.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        _bytes = exposition.Length;
    }

    public ScrapeRun Measured()
    {
        _process.Refresh();
        return new(_devices, [.. _milliseconds.Order()], _bytes, _process.WorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _machine.Dispose();
    }

    private static string Program() =>
        typeof(ExporterUnderLoad).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "GpuExporter").Value!;

    // The line that the exporter logs about its address has it as a value.
    private static async Task<Uri> AddressAsync(Process process, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                found.TrySetException(new InvalidOperationException("The exporter ended before it listened."));
            else if (JsonNode.Parse(line.Data)?["State"]?["address"] is { } address)
                found.TrySetResult(new Uri(address.GetValue<string>()));
        };
        process.BeginOutputReadLine();
        try
        {
            return await found.Task.WaitAsync(s_start, TimeProvider.System, cancellationToken);
        }
        catch
        {
            process.Kill();
            throw;
        }
    }
}
