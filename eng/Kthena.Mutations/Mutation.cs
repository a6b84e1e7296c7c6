using Kthena.Mutations.Rules;

namespace Kthena.Mutations;

/// <summary>A rule, broken in one place.</summary>
/// <param name="Rule">The rule as it is.</param>
/// <param name="Kind">What is broken: the kind of the mutator.</param>
/// <param name="Changes">What makes it broken.</param>
public sealed record Mutation(Rule Rule, string Kind, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>How the rule's text differs.</summary>
    public MutationDiff Diff { get; } = MutationDiff.Of(Rule, Changes);
}
