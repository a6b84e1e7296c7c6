using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another operator between sets.</summary>
public sealed class SetOperatorMutator() : WordMutator(new Dictionary<string, string[]>
{
    ["and"] = ["or", "unless"],
    ["or"] = ["and", "unless"],
    ["unless"] = ["and", "or"],
})
{
    /// <inheritdoc/>
    public override string Kind => "set";

    /// <inheritdoc/>
    protected override bool Applies(Expression expression, int index) => expression.Tokens[index].Kind == TokenKind.Identifier;
}
