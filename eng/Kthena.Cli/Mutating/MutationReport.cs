using System.Globalization;
using Kthena.Mutations;
using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;
using Spectre.Console;

namespace Kthena.Cli.Mutating;

/// <summary>Prints survivors when they are found, then a table of all rules and the sum; progress goes to the error output.</summary>
internal sealed class MutationReport(TextWriter output, TextWriter error) : IProgress<MutationResult>
{
    private const int StepsOfProgress = 10;

    // A pipe has no width: what reads it wants a rule on one line.
    private const int WidthOfPipe = 160;

    private readonly Lock _lock = new();
    private int _all;
    private int _done;

    public void Start(IReadOnlyList<Mutation> mutations, RuleFolder rules)
    {
        _all = mutations.Count;
        error.WriteLine($"{_all} mutations of {mutations.Select(m => m.Rule).Distinct().Count()} rules");
        foreach (var rule in mutations.Select(m => m.Rule).Distinct().Where(r => rules.CasesOf(r).Count == 0))
            error.WriteLine($"no case in rules/tests is about {rule.Name} in rules/{rule.File}: whatever breaks in it survives");
    }

    public void Report(MutationResult value)
    {
        lock (_lock)
        {
            if (value.Outcome is MutationOutcome.Survived)
                WriteDifference("SURVIVED", value.Mutation);
            _done++;
            if (_done * StepsOfProgress / _all > (_done - 1) * StepsOfProgress / _all && _done < _all)
                error.WriteLine($"{_done} of {_all}");
        }
    }

    /// <summary>Prints table and sum; a success only when nothing survived and every entry of the list of equivalent ones is needed.</summary>
    public int Close(IReadOnlyList<MutationResult> results, IReadOnlyList<string> unused, TimeSpan elapsed)
    {
        foreach (var invalid in results.Where(r => r.Outcome == MutationOutcome.Invalid))
            WriteDifference("no PromQL, not counted", invalid.Mutation);
        WriteTable(results);
        List<string> wrong = [.. unused, .. results.Where(r => r.Outcome == MutationOutcome.Refuted).Select(Refutation)];
        foreach (var line in wrong)
            output.WriteLine(line);
        var (killed, equivalent, survived) = (CountKilled(results), Count(results, MutationOutcome.Equivalent), Count(results, MutationOutcome.Survived));
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s"));
        output.WriteLine($"{killed + equivalent + survived} mutations, {killed} killed, {equivalent} equivalent, {survived} survived");
        return survived == 0 && wrong.Count == 0 && killed > 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static string Refutation(MutationResult result) =>
        $"{EquivalentList.Name}: the {result.Mutation.Kind} mutation into '{string.Join(' ', result.Mutation.Diff.After)}' of {result.Mutation.Rule.Name} is noticed by rules/{result.Case?.File}; take the entry away";

    private static int CountKilled(IEnumerable<MutationResult> results) => results.Count(r => r.Case is not null);

    private static int Count(IEnumerable<MutationResult> results, MutationOutcome outcome) => results.Count(r => r.Outcome == outcome);

    private void WriteDifference(string what, Mutation mutation)
    {
        output.WriteLine($"{what}  {mutation.Rule.Name}  {mutation.Kind}  rules/{mutation.Rule.File}:{mutation.Diff.Line}");
        foreach (var line in (string[])[.. mutation.Diff.Before.Select(l => "- " + l), .. mutation.Diff.After.Select(l => "+ " + l)])
            output.WriteLine("    " + line);
    }

    private void WriteTable(IReadOnlyList<MutationResult> results)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WidthOfPipe;
        var table = new Table().Border(TableBorder.None).AddColumns("RULE", "FILE", "MUTATIONS", "KILLED", "EQUIVALENT", "SURVIVED");
        foreach (var column in table.Columns)
            column.PadRight(2);
        foreach (var rule in results.Where(r => r.Outcome != MutationOutcome.Invalid).GroupBy(r => (r.Mutation.Rule.File, r.Mutation.Rule.Name)))
        {
            var counts = (int[])[rule.Count(), CountKilled(rule), Count(rule, MutationOutcome.Equivalent), Count(rule, MutationOutcome.Survived)];
            table.AddRow([new Text(rule.Key.Name), new Text(rule.Key.File), .. counts.Select(c => new Text(c.ToString(CultureInfo.InvariantCulture)))]);
        }

        console.Write(table);
    }
}
