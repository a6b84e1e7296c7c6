using System.Collections.Frozen;

namespace Kthena.Mutations.Expressions;

/// <summary>PromQL's words that are no metric when they stand alone.</summary>
internal static class Keywords
{
    /// <summary>What a list of labels follows.</summary>
    public static FrozenSet<string> BeforeLabels { get; } = Set("by", "without", "on", "ignoring", "group_left", "group_right");

    /// <summary>The operators between two vectors as sets.</summary>
    public static FrozenSet<string> SetOperators { get; } = Set("and", "or", "unless");

    /// <summary>All of them.</summary>
    public static FrozenSet<string> All { get; } = Set([
        .. BeforeLabels, .. SetOperators, "bool", "offset", "atan2", "inf", "nan",
        "sum", "min", "max", "avg", "group", "count", "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values", "limitk", "limit_ratio",
    ]);

    private static FrozenSet<string> Set(params IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
