using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kthena.StackTesting.PromQL;

/// <summary>A Prometheus that scrapes nothing: its API parses PromQL as the real rules will be parsed.</summary>
public sealed class BarePrometheus : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _state;
    private readonly Process _process;

    private BarePrometheus(DirectoryInfo state)
    {
        _state = state;
        var address = $"127.0.0.1:{FreePort()}";
        var config = Path.Join(_state.FullName, "prometheus.yml");
        File.WriteAllText(config, "");
        Http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        _process = Process.Start(new ProcessStartInfo(
            Tools.Find("prometheus"),
            [$"--config.file={config}", $"--storage.tsdb.path={DataOf(state)}", $"--web.listen-address={address}", "--log.level=error"])
        {
            WorkingDirectory = _state.FullName,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static Task<BarePrometheus> StartAsync(CancellationToken cancellationToken) => StartAsync((_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Starts it with data that it did not scrape, and waits until it answers.</summary>
    /// <param name="fill">Writes blocks into the data folder that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BarePrometheus> StartAsync(Func<string, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var state = Directory.CreateTempSubdirectory("kthena-prometheus-");
        try
        {
            await fill(DataOf(state), cancellationToken);
        }
        catch
        {
            state.Delete(recursive: true);
            throw;
        }

        var prometheus = new BarePrometheus(state);
        try
        {
            await Eventually.IsTrueAsync("Prometheus being ready", s_start, async cancellation =>
            {
                using var answer = await prometheus.Http.GetAsync(new Uri("/-/ready", UriKind.Relative), cancellation);
                return answer.IsSuccessStatusCode;
            }, cancellationToken);
            return prometheus;
        }
        catch
        {
            await prometheus.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        _state.Delete(recursive: true);
    }

    private static string DataOf(DirectoryInfo state) => Path.Join(state.FullName, "data");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
