using Kthena.Mutations.Mutators;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations;

/// <summary>All mutations that are tried.</summary>
public static class MutationCatalogue
{
    /// <summary>Every kind, in the order in which they are tried.</summary>
    public static IReadOnlyList<IMutator> Mutators { get; } =
    [
        new ComparisonMutator(), new ThresholdMutator(), new QuantileMutator(), new MatcherMutator(), new GroupingMutator(), new MetricNameMutator(),
        new WindowMutator(), new OffsetMutator(), new SetOperatorMutator(), new ConditionMutator(), new AggregationMutator(), new FunctionMutator(),
        new ArithmeticMutator(), new ArgumentMutator(), new ForMutator(), new OwnLabelMutator(), new AnnotationMutator(), new TemplateMutator(),
    ];

    /// <summary>The mutations of a rule: always the same ones, in the same order, none twice.</summary>
    /// <exception cref="InvalidDataException">The rule's expression or a duration cannot be read.</exception>
    public static IReadOnlyList<Mutation> Of(Rule rule)
    {
        try
        {
            var seen = new HashSet<string>();
            return [.. Mutators.SelectMany(m => m.Mutate(rule).Select(changes => new Mutation(rule, m.Kind, changes))).Where(m => seen.Add(string.Join('\n', m.Changes)))];
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"rules/{rule.File}:{rule.Fields[0].Line}: {rule.Name}: {e.Message}", e);
        }
    }
}
