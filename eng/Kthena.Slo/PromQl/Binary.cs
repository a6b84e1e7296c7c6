namespace Kthena.Slo.PromQl;

/// <summary>Two expressions and the operator between them.</summary>
/// <param name="Left">The left operand.</param>
/// <param name="Operator">The operator, with its matching where it has one.</param>
/// <param name="Right">The right operand.</param>
/// <param name="Lines">Whether the operator stands on a line of its own.</param>
public sealed record Binary(PromQuery Left, string Operator, PromQuery Right, bool Lines = false) : PromQuery
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var between = Lines ? '\n' : ' ';
        return $"{Left.AsOperand()}{between}{Operator}{between}{Right.AsOperand()}";
    }

    internal override string AsOperand() => Parenthesize(ToString());
}
