using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;
using Kthena.Mutations.Running;
using Kthena.StackTesting;

namespace Kthena.Mutations.Tests;

/// <summary>The rules of this repository: a quick part of what <c>./kthena mutate</c> does with every mutation of every rule.</summary>
public sealed class RepositoryTests
{
    private static readonly string[] s_kinds = ["comparison", "label", "metric", "window"];

    [Fact]
    public async Task For_each_alert_a_wrong_comparison_label_metric_and_window_is_noticed_by_a_test()
    {
        var rules = RuleFolder.Read(Repository.Root);
        var equivalents = EquivalentList.Read(Repository.Root);
        var mutations = rules.Files.Where(f => f.Path.StartsWith("alerts/", StringComparison.Ordinal)).SelectMany(f => f.Rules)
            .SelectMany(r => OneOfEachKind(r, equivalents)).ToList();

        // That the cases hold without a mutation is what the tests of the rules say.
        var run = new MutationRun(rules, equivalents, Promtool.Find(Repository.Root)) { TestsUnchangedFirst = false };
        var results = await run.RunAsync(mutations, progress: null, TestContext.Current.CancellationToken);

        Assert.Empty(results.Where(r => r.Outcome != MutationOutcome.Killed).Select(Describe));
    }

    private static IEnumerable<Mutation> OneOfEachKind(Rule rule, EquivalentList equivalents) =>
        MutationCatalogue.Of(rule).Where(m => s_kinds.Contains(m.Kind) && !equivalents.Contains(m)).DistinctBy(m => m.Kind);

    private static string Describe(MutationResult result) =>
        $"{result.Outcome}: {result.Mutation.Rule.Name} in rules/{result.Mutation.Rule.File}:{result.Mutation.Diff.Line} with {string.Join(' ', result.Mutation.Diff.After)}";
}
