using Microsoft.Playwright;

namespace Kthena.Bench.Lookout.Browsing;

/// <summary>A page with the probe in it (<c>probe.js</c>). Times are milliseconds of the page's own clock.</summary>
internal sealed class MeasuredPage : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);
    private static readonly string s_probe = Path.Join(AppContext.BaseDirectory, "probe.js");

    private readonly IBrowserContext _context;

    private MeasuredPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Opens an address and waits until the panels in sight have left their loading.</summary>
    public static async Task<MeasuredPage> OpenAsync(IBrowserContext context, Uri address)
    {
        context.SetDefaultTimeout((float)s_bound.TotalMilliseconds);
        await context.AddInitScriptAsync(scriptPath: s_probe);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        await page.Locator("main[data-ready=true]").WaitForAsync();
        return new(context, page);
    }

    /// <summary>When something of the page was seen first.</summary>
    public async Task<double> FirstPaintAsync()
        => await AskAsync<double?>("() => probe.firstPaint()") ?? throw new BenchmarkException("The browser reported no first-contentful-paint.");

    /// <summary>When every panel in sight had left its loading.</summary>
    public Task<double> ReadyAsync() => AskAsync<double>("() => new Promise(resolve => { const look = () => probe.ready() === null ? requestAnimationFrame(look) : resolve(probe.ready()); look(); })");

    /// <summary>The panels in sight that have no data, each with its state.</summary>
    public Task<string[]> WithoutDataAsync() => AskAsync<string[]>("() => probe.without()");

    public Task<double> NowAsync() => AskAsync<double>("() => performance.now()");

    public Task<bool> IsBusyAsync() => AskAsync<bool>("() => probe.busy()");

    /// <summary>How long the main thread was taken at a time, where that was longer than 50 ms (the Long Tasks API).</summary>
    public Task<double[]> LongTasksAsync(double since) => Page.EvaluateAsync<double[]>("since => probe.longTasks(since)", since).WaitAsync(s_bound);

    public Task<PanelRedraw[]> RedrawsAsync(double since) => Page.EvaluateAsync<PanelRedraw[]>("since => probe.redraws(since)", since).WaitAsync(s_bound);

    public Task<int> ElementsAsync() => AskAsync<int>("() => probe.elements()");

    /// <summary>What the page's scripts hold once what they dropped is collected, in bytes.</summary>
    public async Task<double> HeapAsync()
    {
        var devTools = await _context.NewCDPSessionAsync(Page);
        await devTools.SendAsync("HeapProfiler.collectGarbage");
        var usage = await devTools.SendAsync("Runtime.getHeapUsage");
        await devTools.DetachAsync();
        return usage?.GetProperty("usedSize").GetDouble() ?? throw new BenchmarkException("The browser reported no heap usage.");
    }

    /// <summary>Acts, and measures from the key press or click until its effect is painted.</summary>
    /// <param name="effect">One of those that the probe knows.</param>
    /// <param name="button">The selector of the button whose menu it is about.</param>
    /// <param name="act">Presses or clicks.</param>
    public async Task<double> InteractAsync(string effect, string button, Func<Task> act)
    {
        await Page.EvaluateAsync("expected => { probe.expect(expected); }", new { effect, button }).WaitAsync(s_bound);
        await act().WaitAsync(s_bound);
        return await AskAsync<double>("() => probe.took");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    // What a page promises may never come.
    private Task<T> AskAsync<T>(string expression) => Page.EvaluateAsync<T>(expression).WaitAsync(s_bound);
}
