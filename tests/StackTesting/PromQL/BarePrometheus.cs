namespace Kthena.StackTesting.PromQL;

/// <summary>A Prometheus that scrapes nothing: its API parses PromQL as the real rules will be parsed.</summary>
public sealed class BarePrometheus : IAsyncDisposable
{
    private readonly BareTool _tool;

    private BarePrometheus(BareTool tool) => _tool = tool;

    public HttpClient Http => _tool.Http;

    /// <summary>Starts it and waits until it answers.</summary>
    public static Task<BarePrometheus> StartAsync(CancellationToken cancellationToken) => StartAsync((_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Starts it with data that it did not scrape, and waits until it answers.</summary>
    /// <param name="fill">Writes blocks into the data folder that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BarePrometheus> StartAsync(Func<string, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var state = Directory.CreateTempSubdirectory("kthena-prometheus-");
        var (config, data) = (Path.Join(state.FullName, "prometheus.yml"), Path.Join(state.FullName, "data"));
        try
        {
            await File.WriteAllTextAsync(config, "", cancellationToken);
            await fill(data, cancellationToken);
        }
        catch
        {
            state.Delete(recursive: true);
            throw;
        }

        return new BarePrometheus(await BareTool.StartAsync("prometheus", state,
            address => [$"--config.file={config}", $"--storage.tsdb.path={data}", $"--web.listen-address={address}", "--log.level=error"], cancellationToken));
    }

    public ValueTask DisposeAsync() => _tool.DisposeAsync();
}
