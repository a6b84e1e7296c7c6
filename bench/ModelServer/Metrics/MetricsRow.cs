namespace Kthena.Bench.ModelServer.Metrics;

/// <summary>What reading the metrics of one server costs.</summary>
internal sealed record MetricsRow(int Models, double MedianSeconds, double MaxSeconds, long Bytes, int Series, long Memory)
{
    public static MetricsRow Of(ServerWithModels server, IReadOnlyList<Scrape> scrapes)
    {
        var seconds = new Samples(scrapes.Select(scrape => scrape.Seconds));
        return new(server.Models, seconds.Median, seconds.Max, scrapes[^1].Body.Length, scrapes[^1].Series(), server.Memory);
    }

    /// <summary>How much a figure grew from the first row to the last for each time that the models grew: 1 is linear.</summary>
    public static double Growth(IReadOnlyList<MetricsRow> rows, Func<MetricsRow, double> figure) =>
        figure(rows[^1]) / figure(rows[0]) / ((double)rows[^1].Models / rows[0].Models);
}
