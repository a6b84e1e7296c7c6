namespace Kthena.Slo.PromQl;

/// <summary>A function of expressions.</summary>
public sealed record FunctionCall(string Function, params PromQuery[] Arguments) : PromQuery
{
    /// <inheritdoc/>
    public override string ToString() => $"{Function}({string.Join(", ", Arguments.Select(argument => argument.AsArgument()))})";
}
