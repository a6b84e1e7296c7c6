using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kthena.StackTesting;

/// <summary>An Alertmanager that tells nobody.</summary>
public sealed class BareAlertmanager : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("kthena-alertmanager-");
    private readonly Process _process;

    private BareAlertmanager()
    {
        var config = Path.Join(_state.FullName, "alertmanager.yml");
        File.WriteAllText(config, "route: {receiver: none}\nreceivers: [{name: none}]\n");
        var address = $"127.0.0.1:{FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        _process = Process.Start(new ProcessStartInfo(
            Tools.Find("alertmanager"), [$"--config.file={config}", $"--storage.path={_state.FullName}/data", $"--web.listen-address={address}", "--cluster.listen-address=", "--log.level=error"])
        {
            WorkingDirectory = _state.FullName,
        })!;
    }

    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<BareAlertmanager> StartAsync(CancellationToken cancellationToken)
    {
        var alertmanager = new BareAlertmanager();
        try
        {
            await Eventually.IsTrueAsync("Alertmanager being ready", s_start, async cancellation =>
            {
                using var answer = await alertmanager.Http.GetAsync(new Uri("/-/ready", UriKind.Relative), cancellation);
                return answer.IsSuccessStatusCode;
            }, cancellationToken);
            return alertmanager;
        }
        catch
        {
            await alertmanager.DisposeAsync();
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
