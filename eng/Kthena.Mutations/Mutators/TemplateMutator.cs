using System.Text.RegularExpressions;
using Kthena.Mutations.Expressions;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong value in an annotation: another label, or the value in another form.</summary>
public sealed partial class TemplateMutator : IMutator
{
    /// <inheritdoc/>
    public string Kind => "template";

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule) =>
        from annotation in rule.FieldsBelow("annotations.")
        from part in Part().Matches(annotation.Value).DistinctBy(m => m.Value)
        select (IReadOnlyList<FieldChange>)[new(annotation.Path, new TextEdit(part.Index, part.Index + part.Length, Other(part.Value)).ApplyTo(annotation.Value))];

    private static string Other(string part) => part.StartsWith('$') ? part + "_other" : part == "humanize" ? "humanize1024" : "humanize";

    [GeneratedRegex(@"\$labels\.\w+|\bhumanize\w*")]
    private static partial Regex Part();
}
