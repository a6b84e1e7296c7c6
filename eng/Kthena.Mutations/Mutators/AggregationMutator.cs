using Kthena.Mutations.Expressions;

namespace Kthena.Mutations.Mutators;

/// <summary>Another aggregation.</summary>
public sealed class AggregationMutator() : WordMutator(new Dictionary<string, string[]>
{
    ["sum"] = ["max", "count"],
    ["max"] = ["min", "sum"],
    ["min"] = ["max"],
    ["avg"] = ["max"],
    ["count"] = ["sum"],
    ["group"] = ["count"],
    ["topk"] = ["bottomk"],
    ["bottomk"] = ["topk"],
})
{
    /// <inheritdoc/>
    public override string Kind => "aggregation";

    /// <inheritdoc/>
    protected override bool Applies(Expression expression, int index) => expression.IsCall(index);
}
