using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kthena.Browser.Tests.Running;
using Kthena.StackTesting;

namespace Kthena.Browser.Tests.Pages;

/// <summary>What axe finds (https://dequeuniversity.com/rules/axe), of WCAG 2.2 AA and best practice, in both themes.</summary>
public sealed class AccessibilityTests(LookFixture fixture) : PageTest(fixture)
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(10);

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

    // What was just changed may be drawn a moment later.
    private async Task HasNoViolationAsync(string theme)
    {
        AxeResultItem[] violations = [];
        try
        {
            await Eventually.IsTrueAsync("A page without violations", s_bound, async _ => (violations = (await Page.RunAxe()).Violations).Length == 0, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{theme}: {string.Join('\n', violations.Select(Describe))}");
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(node => $"    {node.Html}\n      {string.Join("; ", node.Any.Select(check => check.Message))}"))}";
}
