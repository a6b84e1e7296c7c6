using System.Globalization;
using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another number: twice and half of it, or 1 for 0.</summary>
public sealed class ThresholdMutator : ExpressionMutator
{
    /// <inheritdoc/>
    public override string Kind => "threshold";

    /// <inheritdoc/>
    protected override IEnumerable<TextEdit> Edits(Expression expression) =>
        from index in expression.Find(TokenPlace.Expression, TokenKind.Number)
        where !QuantileMutator.IsQuantile(expression, index)
        from other in Others(expression.Tokens[index].Text)
        select TextEdit.Of(expression.Tokens[index], other);

    private static IEnumerable<string> Others(string literal)
    {
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return [];
        return value == 0 ? ["1"] : [Format(value * 2), Format(value / 2)];
    }

    private static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
