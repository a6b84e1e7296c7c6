using Kthena.Bench.Lookout.Browsing;

namespace Kthena.Bench.Lookout.Serving;

/// <summary>What the Overview shows of a graph in which all is well.</summary>
internal static class Overview
{
    /// <summary>The selector of the button that opens the choice of times.</summary>
    public const string TimeRange = "[data-testid=time-range]";

    /// <summary>The selector of the button that opens the menu of the table of models.</summary>
    public const string ModelsMenu = "[aria-label='Menu of Models']";

    private const string Models = "section.panel[data-panel-title=Models]";

    // Nothing fires, and the machine may have no GPU.
    private static readonly string[] s_mayBeEmpty = ["Firing Now: empty", "GPU Utilization: empty"];

    /// <summary>How often it refreshes itself, as its file says.</summary>
    public static TimeSpan RefreshEvery { get; } = TimeSpan.FromSeconds(5);

    /// <exception cref="BenchmarkException">A panel in sight has no data: its figures would be those of another page.</exception>
    public static async Task HasDataAsync(MeasuredPage page)
    {
        var without = (await page.WithoutDataAsync()).Where(panel => !s_mayBeEmpty.Contains(panel)).ToList();
        if (without.Count > 0) throw new BenchmarkException($"Panels of the Overview have no data: {string.Join(", ", without)}");
    }

    /// <summary>Brings the table of models into sight, and waits for its data.</summary>
    public static async Task ShowModelsAsync(MeasuredPage page)
    {
        await page.Page.Locator(Models).EvaluateAsync("panel => panel.scrollIntoView()");
        await page.Page.Locator($"{Models}[data-state=data]").WaitForAsync();
    }
}
