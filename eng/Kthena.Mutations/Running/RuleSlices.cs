using System.Collections.Concurrent;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>
/// The rule files with what a rule's cases need and nothing else. promtool evaluates every rule that a test loads for every case, so this
/// takes a third of the time.
/// </summary>
internal sealed class RuleSlices(RuleFolder rules)
{
    private readonly ConcurrentDictionary<Rule, IReadOnlySet<string>> _names = new();
    private readonly ConcurrentDictionary<Rule, IReadOnlyDictionary<string, string>> _texts = new();

    /// <summary>The rule's own file with a mutation of it.</summary>
    public string Mutated(Mutation mutation) => FileOf(mutation.Rule).OnlyWith(Keeps(mutation.Rule), mutation.Rule, mutation.Changes);

    /// <summary>All rule files with a mutation, by their paths.</summary>
    public IReadOnlyDictionary<string, string> With(Mutation mutation) =>
        new Dictionary<string, string>(Unchanged(mutation.Rule)) { [mutation.Rule.File] = Mutated(mutation) };

    private IReadOnlyDictionary<string, string> Unchanged(Rule rule) =>
        _texts.GetOrAdd(rule, r => rules.Files.ToDictionary(f => f.Path, f => f.Only(Keeps(r))));

    private Func<Rule, bool> Keeps(Rule rule)
    {
        var names = _names.GetOrAdd(rule, rules.RulesForCasesOf);
        return r => names.Contains(r.Name);
    }

    private RuleFile FileOf(Rule rule) => rules.Files.First(f => f.Path == rule.File);
}
