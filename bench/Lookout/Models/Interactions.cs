using Kthena.Bench.Lookout.Browsing;

namespace Kthena.Bench.Lookout.Models;

/// <summary>How long a reader waits for what they do while the panels refresh: from the key press or click until its effect is painted.</summary>
internal sealed class Interactions
{
    private readonly Dictionary<string, List<double>> _times = [];

    /// <summary>The milliseconds of each kind.</summary>
    public IEnumerable<(string Name, Samples Milliseconds)> Kinds => _times.Select(kind => (kind.Key, new Samples(kind.Value)));

    public static async Task<Interactions> MeasureAsync(MeasuredPage page, int refreshes, CancellationToken cancellationToken)
    {
        var interactions = new Interactions();
        var theme = await page.Page.GetByTestId("theme").BoundingBoxAsync() ?? throw new BenchmarkException("The page shows no theme button.");
        for (var refresh = 0; refresh < refreshes; refresh++)
        {
            await page.Page.GetByTestId("refresh-now").ClickAsync();
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                await page.Page.GetByTestId("time-range").FocusAsync();
                await interactions.TakeAsync(page, "menu opens", () => page.Page.Keyboard.PressAsync("Enter"));
                await interactions.TakeAsync(page, "menu closes", () => page.Page.Keyboard.PressAsync("Escape"));
                await interactions.TakeAsync(page, "theme changes", () => page.Page.Mouse.ClickAsync(theme.X + (theme.Width / 2), theme.Y + (theme.Height / 2)));
            }
            while (await page.IsBusyAsync());
        }

        return interactions;
    }

    private async Task TakeAsync(MeasuredPage page, string effect, Func<Task> act)
    {
        if (!_times.TryGetValue(effect, out var times)) _times[effect] = times = [];
        times.Add(await page.InteractAsync(effect, act));
    }
}
