using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Paint;
using Kthena.Bench.Lookout.Serving;

namespace Kthena.Bench.Lookout.Models;

/// <summary>The Overview of a graph with so many models, seen by new visitors and then left open.</summary>
/// <param name="Models">How many.</param>
/// <param name="Ready">When every panel in sight had data, in milliseconds after the navigation.</param>
/// <param name="LongTasks">How long the main thread was taken at a time while the page refreshed itself, in milliseconds, where that was longer than 50 ms.</param>
/// <param name="DrawPerRefresh">What drawing took the main thread at each refresh, in milliseconds.</param>
/// <param name="Interactions">What a reader did meanwhile.</param>
/// <param name="Elements">Of the page.</param>
/// <param name="Heap">Of the page's scripts, in bytes.</param>
internal sealed record OverviewRun(
    int Models, Samples Ready, IReadOnlyList<double> LongTasks, double DrawPerRefresh, Interactions Interactions, int Elements, double Heap)
{
    /// <summary>How many times the page refreshed itself while it was watched.</summary>
    public const int Refreshes = 8;

    private const int Visits = 5;
    private const int RefreshesWithInteractions = 15;
    private const string Every = "5s";

    private static readonly TimeSpan s_open = TimeSpan.FromSeconds(5 * Refreshes);

    /// <summary>The longest that the main thread was taken; shorter than 50 ms when there is none.</summary>
    public double LongestTask => LongTasks.DefaultIfEmpty(0).Max();

    public static async Task<OverviewRun> MeasureAsync(Chromium chromium, int models, CancellationToken cancellationToken)
    {
        await using var graph = await WholeGraph.StartAsync(models, cancellationToken);
        var visits = await Visit.RepeatAsync(chromium, graph.Overview, Visits, cancellationToken);

        await using var page = await chromium.OpenAsync(new Uri(graph.Overview, $"?refresh={Every}"));
        var since = await page.NowAsync();
        await Task.Delay(s_open, TimeProvider.System, cancellationToken);
        var longTasks = await page.LongTasksAsync(since);
        var drawing = (await page.RedrawsAsync(since)).Sum(redraw => redraw.Milliseconds);
        var interactions = await Interactions.MeasureAsync(page, RefreshesWithInteractions, cancellationToken);
        if (await page.WithoutDataAsync() is { Length: > 0 } without)
            throw new BenchmarkException($"Panels in sight have no data: {string.Join(", ", without)}");
        return new(models, new(visits.Select(visit => visit.Ready)), longTasks, drawing / Refreshes, interactions, await page.ElementsAsync(), await page.HeapAsync());
    }
}
