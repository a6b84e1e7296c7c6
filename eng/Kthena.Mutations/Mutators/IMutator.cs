using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>One way to break a rule.</summary>
public interface IMutator
{
    /// <summary>What is broken, in a word.</summary>
    string Kind { get; }

    /// <summary>The broken forms of a rule, each as its changes; always the same ones in the same order.</summary>
    IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule);
}
