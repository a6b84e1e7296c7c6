using System.Text.RegularExpressions;
using Kthena.StackTesting;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Running;

/// <summary>A test with a page of its own, as a new visitor has it. Errors on the page and requests that leave its origin fail the test.</summary>
public abstract class PageTest(LookFixture fixture) : IAsyncLifetime
{
    // The machine may have two cores and be busy.
    private const float Bound = 20_000;

    private IBrowserContext? _context;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected LookFixture Fixture => fixture;

    protected IPage Page { get; private set; } = null!;

    private protected PageWatch Watch { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (InstalledChromium.Refusal is { } refusal) Assert.Skip(refusal);
        _context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = fixture.Origin.AbsoluteUri, ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 900 },
        });
        _context.SetDefaultTimeout(Bound);
        Page = await _context.NewPageAsync();
        Watch = new(Page, fixture.Origin);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_context is null) return;
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await Screenshots.TakeAsync(Page, $"failed-{TestContext.Current.Test!.TestDisplayName}");
        await _context.CloseAsync();
        Assert.Empty(Watch.Troubles);
    }

    /// <summary>Opens an address and waits until what is in sight has its data.</summary>
    protected async Task<IResponse> OpenAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        await Page.Locator("main[data-ready=true]").WaitForAsync();
        return answer!;
    }

    /// <summary>Waits until the address has this in it.</summary>
    protected Task HasAddressAsync(string part) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = Bound });
}
