using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another text where a function takes one, as <c>label_replace</c> does.</summary>
public sealed class ArgumentMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "argument";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        expression.Find(TokenPlace.Expression, TokenKind.Text).Select(i => expression.Tokens[i].End - 1).Select(end => new TextEdit(end, end, "x"));
}
