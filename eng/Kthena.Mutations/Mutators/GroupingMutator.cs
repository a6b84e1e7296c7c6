using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong labels to group or match by: each one left out, and all labels where an empty list says none.</summary>
public sealed class GroupingMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "grouping";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        expression.Find(TokenPlace.Expression, TokenKind.Identifier)
            .Where(i => Keywords.BeforeLabels.Contains(expression.Tokens[i].Text) && expression.At(i + 1)?.Is("(") == true)
            .SelectMany(i => Edits(expression, i));

    private static IEnumerable<TextEdit> Edits(Expression expression, int keyword)
    {
        var close = expression.CloseOf(keyword + 1);
        if (close == keyword + 2 && expression.Tokens[keyword].Is("on"))
            yield return TextEdit.Of(expression.Tokens[keyword], "ignoring");
        for (var label = keyword + 2; label < close; label += 2)
        {
            var (first, last) = expression.Tokens[label + 1].Is(",") ? (label, label + 1)
                : expression.Tokens[label - 1].Is(",") ? (label - 1, label) : (label, label);
            yield return new(expression.Tokens[first].Start, expression.Tokens[last].End, "");
        }
    }
}
