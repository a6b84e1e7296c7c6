using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Dashboards;

/// <summary>The panels of the dashboard that a page shows.</summary>
internal static class Panels
{
    private const float Bound = 20_000;

    public static ILocator All(IPage page) => page.Locator("section.panel");

    public static ILocator Named(IPage page, string title) => page.Locator($"section.panel[data-panel-title=\"{title}\"]").First;

    /// <summary>Brings a panel into sight, which makes it ask, and waits for one of the states.</summary>
    /// <returns>The state it has then.</returns>
    public static async Task<string> StateAsync(ILocator panel, params string[] wanted)
    {
        await panel.ScrollIntoViewIfNeededAsync();
        try
        {
            await Assertions.Expect(panel).ToHaveAttributeAsync("data-state", new System.Text.RegularExpressions.Regex($"^({string.Join('|', wanted)})$"), new() { Timeout = Bound });
        }
        catch (PlaywrightException)
        {
            // The caller says which panel it is about.
        }

        return await panel.GetAttributeAsync("data-state") ?? "none";
    }
}
