using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong label in a selector: a matcher with another value, the opposite one, and none.</summary>
public sealed class MatcherMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "label";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        expression.Find(TokenPlace.Matchers, TokenKind.Operator).SelectMany(o => Edits(expression, o));

    private static IEnumerable<TextEdit> Edits(Expression expression, int index)
    {
        var (name, sign, value) = (expression.At(index - 1), expression.Tokens[index], expression.At(index + 1));
        if (name is null || value is not { Kind: TokenKind.Text })
            yield break;

        foreach (var end in AlternativeEnds(sign, value))
            yield return new(end, end, "x");
        yield return TextEdit.Of(sign, Opposite(sign.Text));
        if (expression.At(index + 2) is { } after && after.Is(","))
            yield return new(name.Start, after.End, "");
        else if (expression.At(index - 2) is { } before && before.Is(","))
            yield return new(before.Start, value.End, "");
        else
            yield return new(name.Start, value.End, "");
    }

    // Each alternative of a regular expression is one that could be missing.
    private static IEnumerable<int> AlternativeEnds(Token sign, Token value)
    {
        if (sign.Text.Contains('~', StringComparison.Ordinal) && !value.Text.Contains('(', StringComparison.Ordinal))
        {
            for (var at = value.Text.IndexOf('|', StringComparison.Ordinal); at >= 0; at = value.Text.IndexOf('|', at + 1))
                yield return value.Start + at;
        }

        yield return value.End - 1;
    }

    private static string Opposite(string sign) => sign switch
    {
        "=" => "!=",
        "!=" => "=",
        "=~" => "!~",
        _ => "=~",
    };
}
