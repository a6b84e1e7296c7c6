using Kthena.Mutations.Rules;

namespace Kthena.Mutations;

/// <summary>What became of a mutation.</summary>
public enum MutationOutcome
{
    /// <summary>A test failed, as it should.</summary>
    Killed,

    /// <summary>All tests passed though the rule was broken.</summary>
    Survived,

    /// <summary>All tests passed, and the list of equivalent mutations says why none can fail.</summary>
    Equivalent,

    /// <summary>A test failed, though the list of equivalent mutations says that none can.</summary>
    Refuted,

    /// <summary>It is no rule that Prometheus would load, so it counts as no mutation.</summary>
    Invalid,
}

/// <summary>A mutation and what became of it.</summary>
/// <param name="Mutation">The mutation.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Case">The case that failed; null when none did.</param>
public sealed record MutationResult(Mutation Mutation, MutationOutcome Outcome, TestCase? Case = null);
