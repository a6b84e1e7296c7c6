using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong label on what a rule makes: another value, and for a recorded series none.</summary>
public sealed class OwnLabelMutator : IMutator
{
    /// <inheritdoc/>
    public string Kind => "own-label";

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule)
    {
        foreach (var label in rule.FieldsBelow("labels."))
        {
            yield return [label.Path == "labels.severity" ? new(label.Path, label.Value == "critical" ? "warning" : "critical") : new(label.Path, label.Value + "x")];
            if (!rule.IsAlert)
                yield return [new(label.Path, null)];
        }
    }
}
