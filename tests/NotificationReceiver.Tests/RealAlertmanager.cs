using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Kthena.NotificationReceiver.Tests;

/// <summary>The real Alertmanager on a free port of loopback, with one route to a webhook.</summary>
public sealed class RealAlertmanager : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly string _folder;
    private readonly Task<string> _log;

    private RealAlertmanager(Process process, Uri url, string folder)
    {
        (_process, _folder) = (process, folder);
        _client = new HttpClient { BaseAddress = url };
        _log = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Where the binary is: in <c>.tools/bin</c> of the repository or on PATH; null when it is nowhere.</summary>
    public static string? Find()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "kthena")))
            root = Path.GetDirectoryName(root);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Prepend(Path.Combine(root ?? "", ".tools", "bin"));
        return folders.SelectMany(f => (string[])[Path.Combine(f, "alertmanager"), Path.Combine(f, "prometheus-alertmanager")]).FirstOrDefault(File.Exists);
    }

    public static async Task<RealAlertmanager> StartAsync(string binary, Uri webhook)
    {
        var folder = Directory.CreateTempSubdirectory("alertmanager-test-").FullName;
        var configuration = Path.Combine(folder, "alertmanager.json");
        // YAML reads JSON.
        await File.WriteAllTextAsync(configuration, new JsonObject
        {
            ["route"] = new JsonObject { ["receiver"] = "webhook", ["group_by"] = new JsonArray("alertname"), ["group_wait"] = "0s", ["group_interval"] = "100ms" },
            ["receivers"] = new JsonArray(new JsonObject
            {
                ["name"] = "webhook",
                ["webhook_configs"] = new JsonArray(new JsonObject { ["url"] = webhook.ToString(), ["send_resolved"] = true }),
            }),
        }.ToJsonString(), TestContext.Current.CancellationToken);

        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(binary,
            [$"--config.file={configuration}", $"--storage.path={folder}/data", $"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address="])
        {
            RedirectStandardError = true,
        })!;
        var alertmanager = new RealAlertmanager(process, new Uri($"http://127.0.0.1:{port}"), folder);
        await alertmanager.WaitUntilReadyAsync();
        return alertmanager;
    }

    /// <summary>Posts an alert as Prometheus does; it fires until <paramref name="endsAt"/>.</summary>
    public async Task AlertAsync(string name, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        JsonArray alerts =
        [
            new JsonObject
            {
                ["labels"] = new JsonObject { ["alertname"] = name, ["severity"] = "critical" },
                ["annotations"] = new JsonObject { ["summary"] = "from Alertmanager" },
                ["startsAt"] = startsAt,
                ["endsAt"] = endsAt,
            },
        ];
        using var answer = await _client.PostAsJsonAsync(new Uri("/api/v2/alerts", UriKind.Relative), alerts, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        await _log.WaitAsync(TimeSpan.FromSeconds(5));
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await IsReadyAsync(bound.Token))
            Assert.False(_process.HasExited, _process.HasExited ? await _log : "");
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri("/-/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
