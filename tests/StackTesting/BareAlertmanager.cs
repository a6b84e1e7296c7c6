namespace Kthena.StackTesting;

/// <summary>An Alertmanager that tells nobody.</summary>
public sealed class BareAlertmanager : IAsyncDisposable
{
    private readonly BareTool _tool;

    private BareAlertmanager(BareTool tool) => _tool = tool;

    public HttpClient Http => _tool.Http;

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<BareAlertmanager> StartAsync(CancellationToken cancellationToken)
    {
        var state = Directory.CreateTempSubdirectory("kthena-alertmanager-");
        var config = Path.Join(state.FullName, "alertmanager.yml");
        await File.WriteAllTextAsync(config, "route: {receiver: none}\nreceivers: [{name: none}]\n", cancellationToken);
        return new BareAlertmanager(await BareTool.StartAsync("alertmanager", state, address =>
            [$"--config.file={config}", $"--storage.path={state.FullName}/data", $"--web.listen-address={address}", "--cluster.listen-address=", "--log.level=error"], cancellationToken));
    }

    public ValueTask DisposeAsync() => _tool.DisposeAsync();
}
