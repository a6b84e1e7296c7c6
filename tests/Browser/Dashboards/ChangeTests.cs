using System.Globalization;
using System.Text.RegularExpressions;
using Kthena.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Dashboards;

/// <summary>What a person changes on a dashboard shows in its panels and in its address.</summary>
public sealed class ChangeTests(LookFixture fixture) : PageTest(fixture)
{
    private const string Model = "lande-t50-pruned";

    [Fact]
    public async Task A_variable_chooses_what_is_shown()
    {
        await OpenAsync("/d/kthena-model?from=now-5m&to=now&var-model_id=lande-t50");
        var row = Page.Locator("section.panel-row, section.panel[data-panel-type=row]").First;
        await Assertions.Expect(row).ToContainTextAsync("lande-t50");

        await Page.Locator("[data-variable=model_id] button").ClickAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = Model, Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "lande-t50", Exact = true }).UncheckAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Page.WaitForURLAsync($"**var-model_id={Model}**");
        await Assertions.Expect(Page.Locator("[data-variable=model_id] button")).ToHaveTextAsync(Model);
        await Assertions.Expect(row).ToContainTextAsync(Model);
        Assert.Equal("data", await Panels.StateAsync(Panels.Named(Page, "Requests/s"), "data"));
    }

    [Fact]
    public async Task A_range_is_chosen_and_drawn()
    {
        await OpenAsync("/d/kthena-overview?from=now-5m&to=now&refresh=");
        var panel = Panels.Named(Page, "Inference Requests/sec");
        var before = await UpdatedAsync(panel);

        await Page.GetByTestId("time-range").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Last 15 minutes", Exact = true }).ClickAsync();

        await Page.WaitForURLAsync("**from=now-15m**");
        await Assertions.Expect(Page.GetByTestId("time-range")).ToContainTextAsync("Last 15 minutes");
        await IsUpdatedAsync(panel, before);
    }

    [Fact]
    public async Task The_keyboard_chooses_a_range_and_opens_a_query()
    {
        await OpenAsync("/d/kthena-overview?from=now-5m&to=now&refresh=");
        await Page.GetByTestId("time-range").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Last 5 minutes", Exact = true })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**from=now-15m**");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Menu of Request Rate by Model" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByText("Query and error", new() { Exact = true }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        var query = Page.Locator("[data-query]").First;
        await Assertions.Expect(query).ToContainTextAsync("kthena_inference_requests_total");
        await Assertions.Expect(query).Not.ToContainTextAsync("$__");
        await Screenshots.TakeAsync(Page, "query");
    }

    [Fact]
    public async Task Data_moves_by_itself()
    {
        await OpenAsync("/d/kthena-overview?from=now-5m&to=now&refresh=5s");
        var panel = Panels.Named(Page, "Inference Requests/sec");

        await IsUpdatedAsync(panel, await UpdatedAsync(panel));
    }

    private static async Task<double> UpdatedAsync(ILocator panel) =>
        double.Parse(await panel.GetAttributeAsync("data-updated") ?? "0", CultureInfo.InvariantCulture);

    private static Task IsUpdatedAsync(ILocator panel, double since) => Assertions.Expect(panel).Not.ToHaveAttributeAsync(
        "data-updated", new Regex($"^{since.ToString("R", CultureInfo.InvariantCulture)}$"), new() { Timeout = 20_000 });
}
