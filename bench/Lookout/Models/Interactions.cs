using Kthena.Bench.Lookout.Browsing;

namespace Kthena.Bench.Lookout.Models;

/// <summary>How long a reader waits for what they do while the panels refresh: from the key press or click until its effect is painted.</summary>
internal sealed class Interactions
{
    private readonly Dictionary<string, List<double>> _times = [];

    /// <summary>The milliseconds of each kind.</summary>
    public IEnumerable<(string Name, Samples Milliseconds)> Kinds => _times.Select(kind => (kind.Key, new Samples(kind.Value)));

    /// <param name="page">The page.</param>
    /// <param name="button">The selector of a button in sight that opens a menu.</param>
    /// <param name="refreshes">During how many refreshes, at least once in each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Interactions> MeasureAsync(MeasuredPage page, string button, int refreshes, CancellationToken cancellationToken)
    {
        var interactions = new Interactions();
        var (keyboard, mouse) = (page.Page.Keyboard, page.Page.Mouse);
        var theme = await page.Page.GetByTestId("theme").BoundingBoxAsync() ?? throw new BenchmarkException("The page shows no theme button.");
        for (var refresh = 0; refresh < refreshes; refresh++)
        {
            // Not by mouse, which would scroll what is in sight away.
            await page.Page.GetByTestId("refresh-now").EvaluateAsync("button => button.click()");
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                await page.Page.Locator(button).EvaluateAsync("button => button.focus({ preventScroll: true })");
                await TakeAsync("menu opens", () => keyboard.PressAsync("Enter"));
                await TakeAsync("menu closes", () => keyboard.PressAsync("Escape"));
                await TakeAsync("theme changes", () => mouse.ClickAsync(theme.X + (theme.Width / 2), theme.Y + (theme.Height / 2)));
            }
            while (await page.IsBusyAsync());
        }

        return interactions;

        async Task TakeAsync(string effect, Func<Task> act)
        {
            if (!interactions._times.TryGetValue(effect, out var times)) interactions._times[effect] = times = [];
            times.Add(await page.InteractAsync(effect, button, act));
        }
    }
}
