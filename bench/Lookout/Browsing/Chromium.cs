using Kthena.StackTesting;
using Microsoft.Playwright;

namespace Kthena.Bench.Lookout.Browsing;

/// <summary>The browser of this machine, without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            // Containers have little shared memory.
            return new(playwright, await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = InstalledChromium.Path, Args = ["--disable-dev-shm-usage"],
            }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens a page as a new visitor has it: nothing is cached.</summary>
    public async Task<MeasuredPage> OpenAsync(Uri address)
    {
        var context = await _browser.NewContextAsync(new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1440, Height = 900 } });
        try
        {
            return await MeasuredPage.OpenAsync(context, address);
        }
        catch
        {
            await context.CloseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
