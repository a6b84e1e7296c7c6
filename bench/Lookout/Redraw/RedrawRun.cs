using Kthena.Bench.Lookout.Browsing;
using Microsoft.Playwright;

namespace Kthena.Bench.Lookout.Redraw;

/// <summary>What drawing the panel took a page: at first, and at each refresh after that.</summary>
internal sealed record RedrawRun(double First, IReadOnlyList<double> Refreshes)
{
    private const string Panel = "section.panel[data-panel-id='1']";

    /// <param name="chromium">The browser.</param>
    /// <param name="lookout">Where the page is.</param>
    /// <param name="series">How many the panel shows.</param>
    /// <param name="points">How many each of them has.</param>
    /// <param name="refreshes">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RedrawRun> MeasureAsync(Chromium chromium, Uri lookout, int series, int points, int refreshes, CancellationToken cancellationToken)
    {
        await using var page = await chromium.OpenAsync(new Uri(lookout, $"/d/redraw?var-set={series}"));
        var first = (await page.RedrawsAsync(0)).FirstOrDefault(redraw => redraw.Series == series)
            ?? throw new BenchmarkException($"The panel drew no {series} series: {string.Join(", ", await page.WithoutDataAsync())}");
        var panel = page.Page.Locator(Panel);
        var times = new List<double>();
        while (times.Count < refreshes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var since = await page.NowAsync();
            var before = await panel.GetAttributeAsync("data-updated") ?? "";
            await page.Page.GetByTestId("refresh-now").ClickAsync();
            await Assertions.Expect(panel).Not.ToHaveAttributeAsync("data-updated", before);
            var redraw = (await page.RedrawsAsync(since))[0];
            if (redraw.Series != series || Math.Abs(redraw.Points - points) > 1)
                throw new BenchmarkException($"The panel drew {redraw.Series} series of {redraw.Points} points instead of {series} of {points}.");
            times.Add(redraw.Milliseconds);
        }

        return new(first.Milliseconds, times);
    }
}
