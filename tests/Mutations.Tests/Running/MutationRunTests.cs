using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;
using Kthena.Mutations.Running;
using Kthena.StackTesting;

namespace Kthena.Mutations.Tests.Running;

/// <summary>Mutations of a small folder of rules, tried with the real promtool.</summary>
public sealed class MutationRunTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mutation-run-").FullName;

    [Fact]
    public async Task A_test_that_notices_kills()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases);

        var result = await TryAsync("comparison", new FieldChange("expr", "a < 1"));

        Assert.Equal((MutationOutcome.Killed, "tests/a.yml"), (result.Outcome, result.Case?.File));
    }

    [Fact]
    public async Task What_no_test_notices_survives()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases);

        Assert.Equal(MutationOutcome.Survived, (await TryAsync("comparison", new FieldChange("expr", "a >= 1"))).Outcome);
    }

    [Fact]
    public async Task A_survivor_with_a_reason_is_equivalent()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases);
        var equivalents = EquivalentList.Parse("list.yml", "equivalent: [{rule: A, kind: comparison, before: '*', after: 'expr: a >= 1', reason: a is never 1}]");

        Assert.Equal(MutationOutcome.Equivalent, (await TryAsync("comparison", equivalents, new FieldChange("expr", "a >= 1"))).Outcome);
    }

    [Fact]
    public async Task What_Prometheus_would_not_load_is_no_mutation()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases);

        Assert.Equal(MutationOutcome.Invalid, (await TryAsync("comparison", new FieldChange("expr", "a > > 1"))).Outcome);
    }

    [Fact]
    public async Task Only_tests_that_load_the_rules_file_are_run()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("alerts/b.yml", SmallRules.Alert);
        Write("tests/b.yml", SmallRules.Cases.Replace("a.yml", "b.yml", StringComparison.Ordinal));

        Assert.Equal(MutationOutcome.Survived, (await TryAsync("comparison", new FieldChange("expr", "a < 1"))).Outcome);
    }

    [Fact]
    public async Task A_test_that_loads_the_rules_by_a_pattern_counts()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/all.yml", SmallRules.Cases.Replace("a.yml", "*.yml", StringComparison.Ordinal));

        Assert.Equal("tests/all.yml", (await TryAsync("comparison", new FieldChange("expr", "a < 1"))).Case?.File);
    }

    [Fact]
    public async Task A_test_that_fails_by_itself_is_an_error()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases.Replace("values: 2x4", "values: 0x4", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<MutationException>(() => TryAsync("comparison", new FieldChange("expr", "a < 1")));

        Assert.StartsWith("rules/tests/a.yml fails without any mutation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_themselves_are_never_touched()
    {
        Write("alerts/a.yml", SmallRules.Alert);
        Write("tests/a.yml", SmallRules.Cases);

        await TryAsync("comparison", new FieldChange("expr", "a < 1"));

        Assert.Equal(SmallRules.Alert, await File.ReadAllTextAsync(Path.Join(_root, "rules/alerts/a.yml"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<MutationResult> TryAsync(string kind, params FieldChange[] changes) => TryAsync(kind, EquivalentList.Read(_root), changes);

    private async Task<MutationResult> TryAsync(string kind, EquivalentList equivalents, params FieldChange[] changes)
    {
        var rules = RuleFolder.Read(_root);
        var run = new MutationRun(rules, equivalents, new Promtool(Tools.Find("promtool")));
        return Assert.Single(await run.RunAsync([new(rules.Files[0].Rules[0], kind, changes)], progress: null, TestContext.Current.CancellationToken));
    }

    private void Write(string name, string text)
    {
        var path = Path.Join(_root, "rules", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
