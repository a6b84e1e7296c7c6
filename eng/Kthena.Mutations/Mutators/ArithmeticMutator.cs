using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>The opposite calculation.</summary>
public sealed class ArithmeticMutator() : WordMutator(new Dictionary<string, string[]>
{
    ["+"] = ["-"],
    ["-"] = ["+"],
    ["*"] = ["/"],
    ["/"] = ["*"],
})
{
    /// <inheritdoc/>
    public override string Kind => "arithmetic";

    /// <inheritdoc/>
    protected override bool Applies(Expression expression, int index) =>
        expression.Tokens[index].Kind == TokenKind.Operator && expression.IsBinary(index) && expression.At(index - 1)?.Is("offset") != true;
}
