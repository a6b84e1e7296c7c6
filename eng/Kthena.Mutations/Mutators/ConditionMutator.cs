using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>A condition left out: what follows <c>and</c> or <c>unless</c>, and each side of an <c>or</c>.</summary>
public sealed class ConditionMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "condition";

    /// <inheritdoc/>
    // Set operators bind least, 'or' least of all: a right side ends at the next one of its level, that of an 'or' at the next 'or'.
    protected override IEnumerable<TextEdit> Edits(Expression expression)
    {
        var tokens = expression.Tokens;
        foreach (var index in expression.Find(TokenPlace.Expression, TokenKind.Identifier).Where(i => Keywords.SetOperators.Contains(tokens[i].Text)))
        {
            var isOr = tokens[index].Is("or");
            var last = index;
            while (last + 1 < tokens.Count && !Ends(tokens[last + 1], tokens[index].Depth, isOr))
                last++;
            yield return new(tokens[index].Start, tokens[last].End, "");
            if (!isOr)
                continue;
            var first = index;
            while (first > 0 && !Begins(tokens[first - 1], tokens[index].Depth))
                first--;
            // What stands between two of them is the right side of the first.
            if (first == 0 || !tokens[first - 1].Is("or"))
                yield return new(tokens[first].Start, tokens[EndOfOperator(expression, index)].End, "");
        }
    }

    // An operator has the labels that it matches by, if any.
    private static int EndOfOperator(Expression expression, int index) =>
        expression.At(index + 1) is { } next && (next.Is("on") || next.Is("ignoring")) ? expression.CloseOf(index + 2) : index;

    private static bool Ends(Token token, int depth, bool onlyAtOr) =>
        token.Depth < depth
        || (token.Depth == depth && (token.Is(",") || (token.Kind == TokenKind.Identifier && (onlyAtOr ? token.Is("or") : Keywords.SetOperators.Contains(token.Text)))));

    // The bracket that opens around a level counts as outside of it.
    private static bool Begins(Token token, int depth) => token.Depth < depth || (token.Depth == depth && (token.Is(",") || token.Is("or")));
}
