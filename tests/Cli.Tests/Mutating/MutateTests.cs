namespace Kthena.Cli.Tests.Mutating;

/// <summary>The verb 'mutate' over a small folder of rules, with a script in promtool's place that knows what to notice.</summary>
public sealed class MutateTests : IDisposable
{
    private const string Rules = """
        groups:
        - name: g
          rules:
          - alert: A
            expr: a > b
            labels: {severity: critical}
          - alert: B
            expr: b
        """;

    private readonly TemporaryFolder _root = new();

    public MutateTests()
    {
        _root.Write("rules/alerts/a.yml", Rules);
        _root.Write("rules/tests/a.yml", "{rule_files: [../alerts/a.yml], tests: [{name: c, alert_rule_test: [{alertname: A}, {alertname: B}]}]}");
        Directory.CreateDirectory(_root.Combine("tmp"));
        Notice("_other|severity: warning|for: 1m|a [^>] b|a >= b");
    }

    [Fact]
    public async Task Without_survivors_it_is_a_success_that_counts_every_rule()
    {
        var run = await MutateAsync();

        Assert.Equal((0, "8 mutations, 8 killed, 0 equivalent, 0 survived"), (run.ExitCode, LastLine(run)));
        Assert.Matches(@"A +alerts/a\.yml +6 +6 +0 +0\s", run.Output);
        Assert.Matches(@"B +alerts/a\.yml +2 +2 +0 +0\s", run.Output);
    }

    [Fact]
    public async Task A_survivor_is_shown_with_its_place_and_fails_the_run()
    {
        Notice("_other|severity: warning|for: 1m|a [^>] b");

        var run = await MutateAsync();

        Assert.Equal((1, "8 mutations, 7 killed, 0 equivalent, 1 survived"), (run.ExitCode, LastLine(run)));
        Assert.Contains("SURVIVED  A  comparison  rules/alerts/a.yml:5\n    - expr: a > b\n    + expr: a >= b\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survivor_with_a_reason_fails_nothing()
    {
        Notice("_other|severity: warning|for: 1m|a [^>] b");
        _root.Write("eng/mutations.equivalent.yml",
            "equivalent: [{rule: A, kind: comparison, before: 'expr: a > b', after: 'expr: a >= b', reason: they are never the same}]");

        var run = await MutateAsync();

        Assert.Equal((0, "8 mutations, 7 killed, 1 equivalent, 0 survived"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task A_reason_for_a_mutation_that_is_noticed_fails_the_run()
    {
        _root.Write("eng/mutations.equivalent.yml",
            "equivalent: [{rule: A, kind: comparison, before: 'expr: a > b', after: 'expr: a >= b', reason: they are never the same}]");

        var run = await MutateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'expr: a >= b' of A is noticed by rules/tests/a.yml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_for_no_mutation_at_all_fails_the_run()
    {
        _root.Write("eng/mutations.equivalent.yml", "equivalent: [{rule: A, kind: comparison, before: a, after: b, reason: c}]");

        var run = await MutateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no comparison mutation of A", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_choose_rules()
    {
        Assert.Equal("2 mutations, 2 killed, 0 equivalent, 0 survived", LastLine(await MutateAsync("B")));
        Assert.Equal("8 mutations, 8 killed, 0 equivalent, 0 survived", LastLine(await MutateAsync("rules/alerts/a.yml")));
    }

    [Fact]
    public async Task An_unknown_name_is_bad_usage_and_those_there_are_are_named()
    {
        var run = await MutateAsync("C");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("no rule 'C'; there are: A, B", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_no_case_is_about_are_named()
    {
        _root.Write("rules/recording/r.yml", "groups: [{name: r, rules: [{record: r, expr: c}]}]");

        var run = await MutateAsync("r");

        Assert.Equal((1, "2 mutations, 0 killed, 0 equivalent, 2 survived"), (run.ExitCode, LastLine(run)));
        Assert.Contains("no case in rules/tests is about r in rules/recording/r.yml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_it_and_nothing_is_left()
    {
        WritePromtool("kill -INT $PPID; exec sleep 600");

        var run = await MutateAsync();

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Empty(Directory.EnumerateDirectories(_root.Combine("tmp"), "kthena-mutations-*"));
    }

    [Fact]
    public async Task Nothing_is_left_in_the_folder_for_temporary_files()
    {
        await MutateAsync();

        Assert.Empty(Directory.EnumerateDirectories(_root.Combine("tmp"), "kthena-mutations-*"));
    }

    public void Dispose() => _root.Dispose();

    private static string LastLine(ProcessRun run) => run.Output.TrimEnd().Split('\n')[^1];

    private void Notice(string pattern) => WritePromtool($"""! grep -qE '{pattern}' "$(dirname "$file")/../alerts/a.yml" """);

    private void WritePromtool(string test) => _root.WriteScript(".tools/bin/promtool", $$"""
        case $1 in
          check)
            shift 3
            for file; do printf 'Checking %s\n  SUCCESS: 2 rules found\n' "$file"; done ;;
          test)
            for file; do :; done
            {{test}} ;;
        esac
        """);

    private Task<ProcessRun> MutateAsync(params string[] arguments) =>
        ProcessRun.OfAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kthena.Cli.dll"), "mutate", "--root", _root.Path, .. arguments],
            environment: new Dictionary<string, string> { ["TMPDIR"] = _root.Combine("tmp") });
}
