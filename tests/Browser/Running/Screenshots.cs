using System.Text.RegularExpressions;
using Kthena.StackTesting;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Running;

/// <summary>Pictures of the pages, kept beside the test results.</summary>
internal static partial class Screenshots
{
    private static readonly string s_folder = Path.Join(
        Environment.GetEnvironmentVariable("KTHENA_TEST_RESULTS") ?? Path.Join(Repository.Root, "artifacts", "test-results", "Browser.Tests"), "screenshots");

    /// <param name="page">What is seen of it now.</param>
    /// <param name="name">The file's; what does not belong into one becomes a dash.</param>
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Join(s_folder, $"{NoName().Replace(name, "-").Trim('-')}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });

    [GeneratedRegex("[^A-Za-z0-9_]+")]
    private static partial Regex NoName();
}
