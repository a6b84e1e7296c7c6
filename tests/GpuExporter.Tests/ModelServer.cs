using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.GpuExporter.Tests;

/// <summary>A small HTTP endpoint with the metrics of a model server, as a test decides them.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Seconds for which its backend has been busy; with <see cref="IsBusy"/>, as long as it has been running.</summary>
    public double BusySeconds { get; set; }

    /// <summary>Its backend is busy all the time.</summary>
    public bool IsBusy { get; set; }

    public string[] Models { get; set; } = ["lande-t50"];

    /// <summary>What it answers instead of metrics; null for these.</summary>
    public string? Nonsense { get; set; }

    public int Port { get; private set; }

    public string Url => $"http://127.0.0.1:{Port}/metrics";

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        _app = builder.Build();
        _app.MapGet("/metrics", () => Results.Text(Nonsense ?? Exposition()));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Port = new Uri(_app.Urls.Single()).Port;
    }

    public async Task StopAsync()
    {
        if (_app is { } app)
            await app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private string Exposition()
    {
        var busy = IsBusy ? TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1e3 : BusySeconds;
        return $$"""
            # HELP kthena_backend_busy_seconds_total Seconds during which at least one batch was computing.
            # TYPE kthena_backend_busy_seconds_total counter
            kthena_backend_busy_seconds_total{backend="cpu"} {{busy:R}}
            kthena_backend_busy_seconds_total{backend="cuda"} 5
            # TYPE kthena_model_memory_usage_bytes gauge
            {{string.Join('\n', Models.Select(model => $"kthena_model_memory_usage_bytes{{model_id=\"{model}\"}} 1000"))}}
            kthena_model_memory_usage_bytes{model_id="unloaded"} 0
            # TYPE kthena_model_status gauge
            {{string.Join('\n', Models.Select(model => $"kthena_model_status{{model_id=\"{model}\"}} 1"))}}
            kthena_model_status{model_id="unloaded"} 0
            kthena_inference_duration_seconds_bucket{model_id="lande-t50",le="+Inf"} 3 # {trace_id="a b"} 0.1

            """;
    }
}
