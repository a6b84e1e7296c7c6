using Kthena.Mutations.Expressions;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong time until an alert fires, or until it ends: twice, half and none of it; a minute where there is none.</summary>
public sealed class ForMutator : IMutator
{
    private static readonly TimeSpan s_added = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Kind => "for";

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule) =>
        from path in (string[])["for", "keep_firing_for"]
        where rule.IsAlert && (path == "for" || rule[path] is not null)
        from other in Others(rule[path]?.Value)
        select (IReadOnlyList<FieldChange>)[new(path, other)];

    private static IEnumerable<string?> Others(string? literal)
    {
        var now = literal is null ? TimeSpan.Zero : PromDuration.Parse(literal);
        return now == TimeSpan.Zero ? [PromDuration.Format(s_added)] : [PromDuration.Format(now * 2), PromDuration.Format(now / 2), null];
    }
}
