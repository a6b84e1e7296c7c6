using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kthena.Browser.Tests.Running;

namespace Kthena.Browser.Tests.Pages;

/// <summary>What axe finds (https://dequeuniversity.com/rules/axe), of WCAG 2.2 AA and best practice, in both themes.</summary>
public sealed class AccessibilityTests(LookFixture fixture) : PageTest(fixture)
{
    [Theory]
    [InlineData("/d/kthena-overview")]
    [InlineData("/d/kthena-slo")]
    [InlineData("/graph")]
    [InlineData("/dashboards")]
    [InlineData("/alerts")]
    [InlineData("/slos")]
    [InlineData("/traces")]
    public async Task Nothing_is_in_anybody_s_way(string address)
    {
        await OpenAsync(address);
        await HasNoViolationAsync("dark");
        await Page.GetByTestId("theme").ClickAsync();
        await HasNoViolationAsync("light");
    }

    private async Task HasNoViolationAsync(string theme)
    {
        var result = await Page.RunAxe();

        Assert.True(result.Violations.Length == 0, $"{theme}: {string.Join('\n', result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(node => $"    {node.Html}\n      {string.Join("; ", node.Any.Select(check => check.Message))}"))}";
}
