using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Processes;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Metrics;

/// <summary>A server with so many loaded models, each of which has answered a request.</summary>
internal sealed class ServerWithModels : IAsyncDisposable
{
    private static readonly Uri s_metrics = new("/metrics", UriKind.Relative);

    private readonly ServerProcess _server;
    private readonly TimeProvider _time;

    private ServerWithModels(int models, ServerProcess server, TimeProvider time)
    {
        Models = models;
        _server = server;
        _time = time;
    }

    public int Models { get; }

    /// <summary>Resident bytes.</summary>
    public long Memory => ProcessFigures.Resident(_server.Id);

    public static async Task<ServerWithModels> StartAsync(BenchRun run, int models, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(run.Folder, $"models-{models}");
        var copies = new ModelCopies(Path.Combine(AppContext.BaseDirectory, "models", $"{ServerSettings.Model}.safetensors"));
        var ids = await copies.WriteAsync(folder, models, cancellationToken);
        var settings = new Dictionary<string, string>(ServerSettings.Cached) { ["Models:Directory"] = folder };
        for (var i = 0; i < ids.Count; i++)
            settings[$"Models:Ids:{i}"] = ids[i];

        var server = await ServerProcess.StartAsync(settings, run.Time, cancellationToken);
        var client = new ClassifyClient(server.Client, run.Time);
        foreach (var id in ids)
        {
            var answer = await client.SendAsync(new RequestBodies(id, [run.Texts[0]]).Next(), run.Time.GetTimestamp(), cancellationToken);
            if (answer.Status != System.Net.HttpStatusCode.OK)
                throw new BenchmarkException($"the model {id} does not answer: {answer.Status}");
        }

        return new ServerWithModels(models, server, run.Time);
    }

    public async Task<Scrape> ScrapeAsync(CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var body = await _server.Client.GetByteArrayAsync(s_metrics, cancellationToken);
        var seconds = _time.GetElapsedTime(start).TotalSeconds;
        return new Scrape(seconds, body);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
