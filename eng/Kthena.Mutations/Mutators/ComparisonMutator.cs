using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong comparison: the other side, or the border on the wrong side.</summary>
public sealed class ComparisonMutator() : WordMutator(new Dictionary<string, string[]>
{
    [">"] = ["<", ">="],
    ["<"] = [">", "<="],
    [">="] = ["<", ">"],
    ["<="] = [">", "<"],
    ["=="] = ["!="],
    ["!="] = ["=="],
})
{
    /// <inheritdoc/>
    public override string Kind => "comparison";

    /// <inheritdoc/>
    protected override bool Applies(Expression expression, int index) => expression.Tokens[index].Kind == TokenKind.Operator;
}
