using Kthena.Slo.PromQl;
using Kthena.Slo.Rules;
using Kthena.Slo.Specs;

namespace Kthena.Slo.Generation;

/// <summary>One objective of a specification, with the labels that tell its series from others.</summary>
internal sealed class ObjectiveScope
{
    public const string WindowLabel = "sloth_window";
    public const string Identity = "sloth_id, sloth_slo, sloth_service";

    private readonly SortedDictionary<string, string> _identity;

    public ObjectiveScope(ServiceLevelSpec spec, ServiceLevelObjective objective)
    {
        (Spec, Objective) = (spec, objective);
        _identity = Sorted(("sloth_id", Id), ("sloth_service", spec.Service), ("sloth_slo", objective.Name));
    }

    public ServiceLevelSpec Spec { get; }

    public ServiceLevelObjective Objective { get; }

    public string Id => $"{Spec.Service}-{Objective.Name}";

    /// <summary>The series of the objective under a name.</summary>
    public Selector Select(string metric, string? window = null) => new(metric, _identity, window);

    /// <summary>A recording rule with the labels of the specification, of the objective, and more.</summary>
    public Rule Record(string metric, PromQuery expr, params ReadOnlySpan<(string Name, string Value)> more)
        => new(metric, Alert: null, expr.ToString(), Merge(Spec.Labels, Objective.Labels, _identity, Sorted(more)), Annotations: null);

    /// <summary>All labels of several sets; the later set goes before the earlier.</summary>
    public static IReadOnlyDictionary<string, string> Merge(params ReadOnlySpan<IReadOnlyDictionary<string, string>> sets)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in sets)
        foreach (var (name, value) in set)
            merged[name] = value;
        return merged;
    }

    public static SortedDictionary<string, string> Sorted(params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in labels)
            sorted.Add(name, value);
        return sorted;
    }
}
