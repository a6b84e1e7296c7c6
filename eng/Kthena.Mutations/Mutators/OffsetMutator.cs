using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong offset: none, and ten times of it.</summary>
public sealed class OffsetMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "offset";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression)
    {
        foreach (var index in expression.Find(TokenPlace.Expression, TokenKind.Identifier).Where(i => expression.Tokens[i].Is("offset")))
        {
            var sign = expression.At(index + 1) is { Kind: TokenKind.Operator } ? 1 : 0;
            if (expression.At(index + 1 + sign) is not { Kind: TokenKind.Duration } duration)
                continue;
            yield return new(expression.Tokens[index].Start, duration.End, "");
            yield return TextEdit.Of(duration, PromDuration.Format(PromDuration.Parse(duration.Text) * 10));
        }
    }
}
