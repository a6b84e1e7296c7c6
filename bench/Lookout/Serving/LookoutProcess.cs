using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Kthena.StackTesting;

namespace Kthena.Bench.Lookout.Serving;

/// <summary>Lookout alone, as a person starts it on their own Prometheus.</summary>
internal sealed class LookoutProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_stop = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Process _process;

    private LookoutProcess(Uri prometheus, Uri alertmanager, string dashboards)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = typeof(LookoutProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Lookout").Value!;
        _process = Process.Start(new ProcessStartInfo("dotnet",
            ["exec", program, "--prometheus", prometheus.AbsoluteUri, "--alertmanager", alertmanager.AbsoluteUri, "--dashboards", dashboards,
             "--urls", Url.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public Uri Url { get; }

    /// <summary>Starts it and waits until it serves its page.</summary>
    public static async Task<LookoutProcess> StartAsync(Uri prometheus, Uri alertmanager, string dashboards, CancellationToken cancellationToken)
    {
        var lookout = new LookoutProcess(prometheus, alertmanager, dashboards);
        try
        {
            await Eventually.IsTrueAsync("Lookout serving its page", s_start, async cancellation =>
            {
                if (lookout._process.HasExited) throw new BenchmarkException($"Lookout ended with exit code {lookout._process.ExitCode}; what it says is above.");
                using var answer = await lookout._http.GetAsync(new Uri(lookout.Url, "/dashboards"), cancellation);
                return answer.IsSuccessStatusCode;
            }, cancellationToken);
            return lookout;
        }
        catch
        {
            await lookout.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var timeout = new CancellationTokenSource(s_stop, TimeProvider.System);
            await _process.WaitForExitAsync(timeout.Token);
        }

        _process.Dispose();
        _http.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
