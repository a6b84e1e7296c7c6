using Kthena.StackTesting;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Running;

/// <summary>Pictures of the pages, kept beside the test results.</summary>
internal static class Screenshots
{
    private static readonly string s_folder = Path.Join(
        Environment.GetEnvironmentVariable("KTHENA_TEST_RESULTS") ?? Path.Join(Repository.Root, "artifacts", "test-results", "Browser.Tests"), "screenshots");

    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Join(s_folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
}
