using Kthena.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Pages;

/// <summary>The graph's resources, live.</summary>
public sealed class GraphTests(LookFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Every_resource_is_there_and_healthy()
    {
        await OpenAsync("/graph");
        string[] names = ["model-server", "gpu-exporter", "graph", "traffic", "receiver", "alertmanager", "prometheus", "lookout"];
        foreach (var name in names)
        {
            var resource = Page.Locator($"tr[data-resource={name}]");
            await Assertions.Expect(resource).ToHaveAttributeAsync("data-resource-state", "Running");
            await Assertions.Expect(resource).ToHaveAttributeAsync("data-resource-health", "Healthy");
        }
    }

    [Fact]
    public async Task A_resource_shows_what_it_writes()
    {
        await OpenAsync("/graph");

        await Page.Locator("tr[data-resource=prometheus]").GetByRole(AriaRole.Link, new() { Name = "prometheus", Exact = true }).ClickAsync();

        await Assertions.Expect(Page.Locator(".log-line").Filter(new() { HasText = "Server is ready to receive web requests" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(Page, "graph-logs");
    }
}
