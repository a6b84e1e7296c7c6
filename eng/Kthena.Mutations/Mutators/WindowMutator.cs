using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong window: ten times of it, and a part of it that is still long enough for a few scrapes.</summary>
public sealed class WindowMutator : ExpressionMutator
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override string Kind => "window";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        from index in expression.Find(TokenPlace.Range, TokenKind.Duration)
        where expression.Tokens[index - 1].Is("[")
        from other in Others(PromDuration.Parse(expression.Tokens[index].Text))
        select TextEdit.Of(expression.Tokens[index], PromDuration.Format(other));

    private static IEnumerable<TimeSpan> Others(TimeSpan window)
    {
        yield return window * 10;
        foreach (var part in (int[])[10, 5, 2])
        {
            if (window / part < s_shortest)
                continue;
            yield return window / part;
            yield break;
        }
    }
}
