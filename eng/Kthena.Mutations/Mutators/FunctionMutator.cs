using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another function of the same arguments.</summary>
public sealed class FunctionMutator() : WordMutator(new Dictionary<string, string[]>
{
    ["rate"] = ["increase"],
    ["irate"] = ["rate"],
    ["increase"] = ["rate"],
    ["delta"] = ["deriv"],
    ["deriv"] = ["delta"],
    ["changes"] = ["resets"],
    ["resets"] = ["changes"],
    ["avg_over_time"] = ["max_over_time"],
    ["max_over_time"] = ["min_over_time"],
    ["min_over_time"] = ["max_over_time"],
    ["sum_over_time"] = ["count_over_time"],
    ["count_over_time"] = ["sum_over_time"],
    ["last_over_time"] = ["count_over_time"],
    ["present_over_time"] = ["count_over_time"],
    ["absent"] = ["count"],
    ["absent_over_time"] = ["count_over_time"],
    ["clamp_min"] = ["clamp_max"],
    ["clamp_max"] = ["clamp_min"],
    ["ceil"] = ["floor"],
    ["floor"] = ["ceil"],
})
{
    /// <inheritdoc/>
    public override string Kind => "function";

    /// <inheritdoc/>
    protected override bool Applies(Expression expression, int index) => expression.IsCall(index);
}
