using System.Collections.Concurrent;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>Which test file is tried first: the one that killed the last mutation of the same rule, then the quick ones.</summary>
internal sealed class TestOrder(RuleFolder rules)
{
    private readonly ConcurrentDictionary<Rule, string> _killers = new();
    private readonly ConcurrentDictionary<string, TimeSpan> _durations = new();

    public IReadOnlyList<string> Of(Rule rule)
    {
        var killer = _killers.GetValueOrDefault(rule);
        return [.. rules.TestsOf(rule.File).OrderByDescending(t => t == killer).ThenBy(t => _durations.GetValueOrDefault(t))];
    }

    public void Took(string test, TimeSpan duration) => _durations[test] = duration;

    public void Killed(Rule rule, string test) => _killers[rule] = test;
}
