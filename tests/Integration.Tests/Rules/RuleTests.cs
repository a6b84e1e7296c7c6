using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Rules;

public class RuleTests
{
    public static TheoryData<string> Files(string folder)
        => [.. Directory.EnumerateFiles(Path.Join(Repository.Root, "rules", folder), "*.yml").Select(file => Path.GetRelativePath(Repository.Root, file)).Order()];

    [Theory]
    [MemberData(nameof(Files), "tests")]
    public async Task The_cases_of_a_rule_file_hold(string file) => await AssertAcceptsAsync("promtool", "test", "rules", file);

    [Theory]
    [MemberData(nameof(Files), "alerts")]
    public async Task A_rule_file_is_clean(string file) => await AssertAcceptsAsync("promtool", "check", "rules", "--lint=all", "--lint-fatal", file);

    private static async Task AssertAcceptsAsync(string tool, params string[] arguments)
    {
        var (exitCode, output) = await Tools.RunAsync(tool, arguments, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
    }
}
