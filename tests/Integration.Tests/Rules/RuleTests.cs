using Kthena.StackTesting;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Rules;

public class RuleTests
{
    public static TheoryData<string> TestFiles => [.. RuleFolder.Files("tests")];

    public static TheoryData<string> RuleFiles => [.. RuleFolder.Files("alerts"), .. RuleFolder.Files("recording"), .. RuleFolder.Files("generated")];

    [Theory]
    [MemberData(nameof(TestFiles))]
    public async Task The_cases_of_a_rule_file_hold(string file) => await AssertAcceptsAsync("promtool", "test", "rules", file);

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public async Task A_rule_file_is_clean(string file) => await AssertAcceptsAsync("promtool", "check", "rules", "--lint=all", "--lint-fatal", file);

    [Fact]
    public async Task The_configuration_of_alertmanager_is_valid()
        => await AssertAcceptsAsync("amtool", "check-config", "config/alertmanager/alertmanager.yml");

    [Theory]
    [InlineData("deadmansswitch", "alertname=Watchdog", "severity=none", "service=monitoring")]
    [InlineData("paging", "alertname=KthenaServiceDown", "severity=critical", "service=kthena")]
    [InlineData("default", "alertname=SomethingElse", "severity=warning", "service=kthena")]
    public async Task An_alert_is_routed_to_its_receiver(string receiver, params string[] labels)
        => await AssertAcceptsAsync("amtool", ["config", "routes", "test", "--config.file=config/alertmanager/alertmanager.yml", $"--verify.receivers={receiver}", .. labels]);

    private static async Task AssertAcceptsAsync(string tool, params string[] arguments)
    {
        var (exitCode, output) = await Tools.RunAsync(tool, arguments, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
    }
}
