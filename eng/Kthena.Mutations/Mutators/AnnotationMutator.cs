using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong text of an alert: an annotation that is missing, or two that have changed places.</summary>
public sealed class AnnotationMutator : IMutator
{
    /// <inheritdoc/>
    public string Kind => "annotation";

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule)
    {
        foreach (var annotation in rule.FieldsBelow("annotations."))
            yield return [new(annotation.Path, null)];
        if (rule["annotations.summary"] is { } summary && rule["annotations.description"] is { } description)
            yield return [new(summary.Path, description.Value), new(description.Path, summary.Value)];
    }
}
