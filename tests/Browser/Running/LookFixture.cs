using Aspire.Hosting.Testing;
using Kthena.StackTesting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Kthena.Browser.Tests.Running.LookFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Kthena.Browser.Tests.Running;

/// <summary>One graph under its default load and one browser, for all tests.</summary>
public sealed class LookFixture : IAsyncLifetime
{
    // What prometheus.yml says, in the time of this graph.
    private const string ScrapeInterval = "--Lookout:ScrapeInterval=300ms";

    private IPlaywright? _playwright;

    public RunningGraph Graph { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where Lookout is.</summary>
    public Uri Origin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (InstalledChromium.Refusal is not null) return; // each test says so
        var graph = RunningGraph.StartAsync(new RunningGraphOptions { Arguments = [ScrapeInterval] }, TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Path, Args = ["--disable-dev-shm-usage"] });
        Graph = await graph;
        Origin = Graph.App.GetEndpoint("lookout", "http");
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Graph is not null) await Graph.DisposeAsync();
    }
}
