using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another quantile: the median, and the one that nearly all are below.</summary>
public sealed class QuantileMutator : ExpressionMutator
{
    private static readonly string[] s_functions = ["histogram_quantile", "quantile_over_time", "quantile"];

    /// <inheritdoc/>
    public override string Kind => "quantile";

    /// <summary>Whether the number at an index says which quantile is taken.</summary>
    internal static bool IsQuantile(Expression expression, int index) =>
        expression.At(index - 1)?.Is("(") == true && s_functions.Any(f => expression.At(index - 2)?.Is(f) == true);

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        from index in expression.Find(TokenPlace.Expression, TokenKind.Number)
        where IsQuantile(expression, index)
        from other in (string[])["0.5", "0.999"]
        where expression.Tokens[index].Text != other
        select TextEdit.Of(expression.Tokens[index], other);
}
