using System.Collections.Concurrent;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>
/// In which order a rule's cases are run. A case takes a tenth of a second and all of a rule's several seconds, so those that have noticed
/// something in the same rule come first, the last one before the others, each on its own; then the rest, file by file. Of a rule that is new the
/// first case is likely to be one, because that is where an author shows how an alert fires.
/// </summary>
internal sealed class CaseOrder(RuleFolder rules)
{
    private const int Favourites = 4;

    private readonly ConcurrentDictionary<Rule, IReadOnlyList<TestCase>> _cases = new();
    private readonly ConcurrentDictionary<Rule, IReadOnlyList<TestCase>> _favourites = new();

    /// <summary>The cases in batches, each of one file.</summary>
    public IEnumerable<IReadOnlyList<TestCase>> BatchesOf(Rule rule)
    {
        var cases = _cases.GetOrAdd(rule, rules.CasesOf);
        var favourites = _favourites.GetValueOrDefault(rule) ?? [.. cases.Take(1)];
        return
        [
            .. favourites.Select(c => (IReadOnlyList<TestCase>)[c]),
            .. cases.Except(favourites).GroupBy(c => c.File).Select(g => g.ToList()),
        ];
    }

    /// <summary>Remembers that a case has noticed something.</summary>
    public void Noticed(Rule rule, TestCase by) =>
        _favourites.AddOrUpdate(rule, [by], (_, before) => [.. before.Except([by]).Prepend(by).Take(Favourites)]);
}
