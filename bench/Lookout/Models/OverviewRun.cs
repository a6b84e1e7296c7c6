using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Paint;
using Kthena.Bench.Lookout.Serving;

namespace Kthena.Bench.Lookout.Models;

/// <summary>The Overview of a graph with so many models, seen by new visitors and then left open.</summary>
/// <param name="Models">How many.</param>
/// <param name="Ready">When every panel in sight had data, in milliseconds after the navigation.</param>
/// <param name="Places">What was in sight while it was open, one after the other on one page.</param>
internal sealed record OverviewRun(int Models, Samples Ready, IReadOnlyList<WatchedPlace> Places)
{
    private const int Visits = 5;

    /// <summary>What the page's scripts hold at the end, in bytes.</summary>
    public double Heap => Places[^1].Heap;

    public static async Task<OverviewRun> MeasureAsync(Chromium chromium, int models, CancellationToken cancellationToken)
    {
        await using var graph = await WholeGraph.StartAsync(models, cancellationToken);
        var visits = await Visit.RepeatAsync(chromium, graph.Overview, Visits, cancellationToken);

        await using var page = await chromium.OpenAsync(graph.Overview);
        var top = await WatchedPlace.MeasureAsync("the top", Overview.TimeRange, page, cancellationToken);
        await Overview.ShowModelsAsync(page);
        var table = await WatchedPlace.MeasureAsync("the table of models", Overview.ModelsMenu, page, cancellationToken);
        return new(models, new(visits.Select(visit => visit.Ready)), [top, table]);
    }
}
