using System.Globalization;
using Kthena.Mutations.Equivalents;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>Tries mutations: writes each into a copy of the rules and runs the promtool cases that are about its rule until one fails.</summary>
/// <param name="rules">The rules and their tests.</param>
/// <param name="equivalents">The mutations that may survive.</param>
/// <param name="promtool">What runs the tests.</param>
public sealed class MutationRun(RuleFolder rules, EquivalentList equivalents, Promtool promtool)
{
    private readonly RuleSlices _slices = new(rules);
    private readonly CaseOrder _order = new(rules);

    /// <summary>How many are tried at the same time.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Whether the tests are run without any mutation first, because one that fails anyhow tells nothing.</summary>
    public bool TestsUnchangedFirst { get; init; } = true;

    /// <summary>Tries all of them; the results are in the order of the mutations. Progress is told from several threads.</summary>
    /// <exception cref="MutationException">A test fails without any mutation, so it could tell nothing.</exception>
    public async Task<IReadOnlyList<MutationResult>> RunAsync(
        IReadOnlyList<Mutation> mutations, IProgress<MutationResult>? progress, CancellationToken cancellationToken)
    {
        using var pool = new WorkspacePool(rules, Workers);
        if (TestsUnchangedFirst)
            await TestUnchangedAsync(pool, mutations, cancellationToken);
        var loadable = await LoadableAsync(pool, mutations, cancellationToken);
        var results = new MutationResult[mutations.Count];
        await pool.ForEachAsync(Enumerable.Range(0, mutations.Count), async (index, workspace, token) =>
        {
            results[index] = loadable.Contains(index) ? await TryAsync(workspace, mutations[index], token) : new(mutations[index], MutationOutcome.Invalid);
            progress?.Report(results[index]);
        }, cancellationToken);
        return results;
    }

    private async Task<MutationResult> TryAsync(Workspace workspace, Mutation mutation, CancellationToken cancellationToken)
    {
        workspace.Write(_slices.With(mutation));
        var killer = await FindKillerAsync(workspace, mutation.Rule, cancellationToken);
        var isEquivalent = equivalents.Contains(mutation);
        return killer is null
            ? new(mutation, isEquivalent ? MutationOutcome.Equivalent : MutationOutcome.Survived)
            : new(mutation, isEquivalent ? MutationOutcome.Refuted : MutationOutcome.Killed, killer);
    }

    private async Task<TestCase?> FindKillerAsync(Workspace workspace, Rule rule, CancellationToken cancellationToken)
    {
        foreach (var batch in _order.BatchesOf(rule))
        {
            // A case without a name runs with its whole file only.
            var names = batch.Any(c => c.Name.Length == 0) ? [] : batch.Select(c => c.Name);
            if (await promtool.TestAsync(workspace[batch[0].File], names, cancellationToken) is not { } failure)
                continue;
            var killer = batch.FirstOrDefault(c => failure.Contains($"name: {c.Name},", StringComparison.Ordinal)) ?? batch[0];
            _order.Noticed(rule, killer);
            return killer;
        }

        return null;
    }

    private Task TestUnchangedAsync(WorkspacePool pool, IReadOnlyList<Mutation> mutations, CancellationToken cancellationToken) =>
        pool.ForEachAsync(mutations.Select(m => m.Rule).Distinct().SelectMany(rules.CasesOf).Select(c => c.File).Distinct(), async (test, workspace, token) =>
        {
            if (await promtool.TestAsync(workspace[test], [], token) is { } failure)
                throw new MutationException($"rules/{test} fails without any mutation; mend that first:{Environment.NewLine}{failure}");
        }, cancellationToken);

    // One run of promtool for many files is what makes it affordable to ask for each.
    private async Task<HashSet<int>> LoadableAsync(WorkspacePool pool, IReadOnlyList<Mutation> mutations, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, int>();
        for (var i = 0; i < mutations.Count; i++)
        {
            var file = Path.Join(pool.Scratch, string.Create(CultureInfo.InvariantCulture, $"{i}.yml"));
            files[file] = i;
            await File.WriteAllTextAsync(file, _slices.Mutated(mutations[i]), cancellationToken);
        }

        return [.. (await promtool.LoadableAsync(files.Keys, cancellationToken)).Select(f => files[f])];
    }
}
