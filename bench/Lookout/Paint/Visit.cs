using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Serving;

namespace Kthena.Bench.Lookout.Paint;

/// <summary>When a new visitor saw something, and when every panel in sight had data, in milliseconds.</summary>
internal sealed record Visit(double FirstPaint, double Ready)
{
    public static async Task<IReadOnlyList<Visit>> RepeatAsync(Chromium chromium, Uri address, int times, CancellationToken cancellationToken)
    {
        var visits = new List<Visit>();
        while (visits.Count < times)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var page = await chromium.OpenAsync(address);
            await Overview.HasDataAsync(page);
            visits.Add(new(await page.FirstPaintAsync(), await page.ReadyAsync()));
        }

        return visits;
    }
}
