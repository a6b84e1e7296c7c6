using System.Collections.Frozen;
using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Breaks an expression by taking another word or operator where one of its table stands.</summary>
public abstract class WordMutator(IReadOnlyDictionary<string, string[]> others) : ExpressionMutator
{
    private readonly FrozenDictionary<string, string[]> _others = others.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        from index in Enumerable.Range(0, expression.Tokens.Count)
        let token = expression.Tokens[index]
        where token.Place == TokenPlace.Expression && Applies(expression, index)
        from other in _others.GetValueOrDefault(token.Text, [])
        select TextEdit.Of(token, other);

    /// <summary>Whether the token at an index has the meaning that the table is about.</summary>
    protected abstract bool Applies(Expression expression, int index);
}
