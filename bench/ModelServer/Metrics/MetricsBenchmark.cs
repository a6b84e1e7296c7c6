using Spectre.Console;

namespace Kthena.Bench.ModelServer.Metrics;

/// <summary>What reading the metrics costs with few models and with a hundred times as many: it may cost a hundred times as much.</summary>
internal sealed class MetricsBenchmark : IBenchmark
{
    private const int Few = 10;
    private const int Many = 1000;
    private const int Scrapes = 20;
    private const int WarmUps = 50;

    // Two medians of twenty, each a little off.
    private const double Tolerance = 1.1;

    public string Name => "metrics";

    public string Summary => $"/metrics with {Few} and with {Many:N0} models";

    public async Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var few = await ServerWithModels.StartAsync(run, Few, cancellationToken);
        await using var many = await ServerWithModels.StartAsync(run, Many, cancellationToken);
        ServerWithModels[] servers = [few, many];
        var scrapes = servers.ToDictionary(server => server, _ => new List<Scrape>());
        for (var i = 0; i < WarmUps + Scrapes; i++)
        {
            foreach (var server in servers)
            {
                var scrape = await server.ScrapeAsync(cancellationToken);
                if (i >= WarmUps)
                    scrapes[server].Add(scrape);
            }
        }

        var rows = servers.Select(server => MetricsRow.Of(server, scrapes[server])).ToArray();
        Print(rows);
        return
        [
            Bar.AtMost($"metrics: growth of time per growth of models, {Few} to {Many:N0}", MetricsRow.Growth(rows, row => row.MedianSeconds), Tolerance),
            Bar.AtMost($"metrics: growth of bytes per growth of models, {Few} to {Many:N0}", MetricsRow.Growth(rows, row => row.Bytes), 1),
            Bar.AtMost($"metrics: growth of memory per growth of models, {Few} to {Many:N0}", MetricsRow.Growth(rows, row => row.Memory), 1),
        ];
    }

    private static void Print(IReadOnlyList<MetricsRow> rows)
    {
        var table = new Table().Title($"/metrics, {Scrapes} scrapes in turns").AddColumns("models", "p50 ms", "max ms", "us a model", "KB", "series", "resident MB");
        foreach (var row in rows)
        {
            table.AddRow(
                $"{row.Models:N0}", $"{row.MedianSeconds * 1e3:0.00}", $"{row.MaxSeconds * 1e3:0.00}", $"{row.MedianSeconds * 1e6 / row.Models:0.0}",
                $"{row.Bytes / 1e3:N0}", $"{row.Series:N0}", $"{row.Memory / 1e6:N0}");
        }

        AnsiConsole.Write(table);
    }
}
