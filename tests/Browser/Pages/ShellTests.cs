using Kthena.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Pages;

/// <summary>What all pages have in common.</summary>
public sealed class ShellTests(LookFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task The_first_page_is_the_overview()
    {
        var answer = await OpenAsync("/");

        await Page.WaitForURLAsync("**/d/kthena-overview**");
        Assert.StartsWith("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        await Screenshots.TakeAsync(Page, "overview");
    }

    [Theory]
    [InlineData("/graph")]
    [InlineData("/dashboards")]
    [InlineData("/alerts")]
    [InlineData("/slos")]
    [InlineData("/traces")]
    [InlineData("/logs")]
    public async Task Every_page_opens_and_is_marked_in_the_navigation(string address)
    {
        await OpenAsync(address);

        await Assertions.Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator("[aria-current=page]")).ToHaveAttributeAsync("href", address);
        await Screenshots.TakeAsync(Page, address[1..]);
    }

    [Fact]
    public async Task The_theme_changes_and_is_kept()
    {
        await OpenAsync("/dashboards");
        var before = await BackgroundAsync();

        await Page.GetByTestId("theme").ClickAsync();
        var after = await BackgroundAsync();
        await OpenAsync("/dashboards");

        Assert.NotEqual(before, after);
        Assert.Equal(after, await BackgroundAsync());
    }

    [Fact]
    public async Task The_keyboard_reaches_the_navigation_and_follows_it()
    {
        await OpenAsync("/dashboards");
        var alerts = Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator("a[href='/alerts']");

        for (var presses = 0; presses < 15 && !await alerts.EvaluateAsync<bool>("link => link === document.activeElement"); presses++)
            await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(alerts).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Page.WaitForURLAsync("**/alerts");
    }

    private Task<string> BackgroundAsync() => Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
}
