using System.CommandLine;
using Kthena.Mutations;
using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;
using Kthena.Mutations.Running;

namespace Kthena.Cli.Mutating;

/// <summary><c>./kthena mutate [rule ...]</c>: breaks each rule in turn and shows that a promtool test fails every time.</summary>
internal static class MutateCommand
{
    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        var names = new Argument<string[]>("rule") { Description = "Names of alerts or recorded series, or of their files; all of them without." };
        var command = new Command("mutate", "Break each rule in turn; ends with 'N mutations, N killed, N equivalent, N survived'.") { root, names };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                return await RunAsync(parsed.GetRequiredValue(root).FullName, parsed.GetValue(names) ?? [], new(output, error), cancellationToken);
            }
            catch (ArgumentException e)
            {
                await error.WriteLineAsync("kthena: " + e.Message);
                return ExitCodes.BadUsage;
            }
            catch (Exception e) when (e is MutationException or InvalidDataException)
            {
                await error.WriteLineAsync("kthena: " + e.Message);
                return ExitCodes.Failure;
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Cancelled;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string root, string[] names, MutationReport report, CancellationToken cancellationToken)
    {
        var folder = RuleFolder.Read(root);
        var equivalents = EquivalentList.Read(root);
        var rules = folder.Files.SelectMany(f => f.Rules).ToList();
        var selected = Select(rules, names);
        var all = rules.ToDictionary(r => r, MutationCatalogue.Of);
        var mutations = selected.SelectMany(r => all[r]).ToList();
        var start = TimeProvider.System.GetTimestamp();
        report.Start(mutations, folder);
        var results = await new MutationRun(folder, equivalents, Promtool.Find(root)).RunAsync(mutations, report, cancellationToken);
        return report.Close(results, [.. equivalents.Unused([.. all.Values.SelectMany(m => m)])], TimeProvider.System.GetElapsedTime(start));
    }

    private static IReadOnlyList<Rule> Select(IReadOnlyList<Rule> rules, string[] names)
    {
        if (names.FirstOrDefault(n => !rules.Any(r => IsNamed(r, n))) is { } unknown)
            throw new ArgumentException($"there is no rule '{unknown}'; there are: {string.Join(", ", rules.Select(r => r.Name).Distinct())}");
        return names.Length == 0 ? rules : [.. rules.Where(r => names.Any(n => IsNamed(r, n)))];
    }

    private static bool IsNamed(Rule rule, string name) => name == rule.Name || name == rule.File || name == "rules/" + rule.File;
}
