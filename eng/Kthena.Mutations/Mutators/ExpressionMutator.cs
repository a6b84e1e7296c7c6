using Kthena.Mutations.Expressions;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>Breaks a rule in its expression.</summary>
public abstract class ExpressionMutator : IMutator
{
    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule) =>
        rule["expr"] is { } expr ? Mutate(expr.Value).Select(text => (IReadOnlyList<FieldChange>)[new("expr", text)]) : [];

    /// <summary>The broken forms of an expression.</summary>
    /// <exception cref="FormatException">It is no PromQL.</exception>
    public IEnumerable<string> Mutate(string expression) => Edits(Expression.Parse(expression)).Select(e => e.ApplyTo(expression));

    /// <summary>The changes, each of which breaks the expression on its own.</summary>
    protected abstract IEnumerable<TextEdit> Edits(Expression expression);
}
