using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Serving;

namespace Kthena.Bench.Lookout.Models;

/// <summary>A part of the Overview that was left open while it refreshed itself, and then used.</summary>
/// <param name="Name">What is in sight.</param>
/// <param name="LongTasks">How long the main thread was taken at a time while the page refreshed itself, in milliseconds, where that was longer than 50 ms.</param>
/// <param name="DrawPerRefresh">What drawing took the main thread at each refresh, in milliseconds.</param>
/// <param name="Interactions">What a reader did.</param>
/// <param name="Elements">Of the page.</param>
/// <param name="Heap">Of the page's scripts, in bytes.</param>
internal sealed record WatchedPlace(string Name, IReadOnlyList<double> LongTasks, double DrawPerRefresh, Interactions Interactions, int Elements, double Heap)
{
    /// <summary>How many times the page refreshed itself while it was watched.</summary>
    public const int Refreshes = 6;

    private const int RefreshesWithInteractions = 15;

    private static readonly TimeSpan s_open = Overview.RefreshEvery * Refreshes;

    /// <summary>The longest that the main thread was taken; 0 when it never was for 50 ms.</summary>
    public double LongestTask => LongTasks.DefaultIfEmpty(0).Max();

    public double LongTasksPerRefresh => LongTasks.Sum() / Refreshes;

    /// <param name="name">What is in sight.</param>
    /// <param name="button">The selector of a button in it that opens a menu.</param>
    /// <param name="page">The page, which shows it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WatchedPlace> MeasureAsync(string name, string button, MeasuredPage page, CancellationToken cancellationToken)
    {
        var since = await page.NowAsync();
        await Task.Delay(s_open, TimeProvider.System, cancellationToken);
        var longTasks = await page.LongTasksAsync(since);
        var drawing = (await page.RedrawsAsync(since)).Sum(redraw => redraw.Milliseconds);
        var interactions = await Interactions.MeasureAsync(page, button, RefreshesWithInteractions, cancellationToken);
        await Overview.HasDataAsync(page);
        return new(name, longTasks, drawing / Refreshes, interactions, await page.ElementsAsync(), await page.HeapAsync());
    }
}
