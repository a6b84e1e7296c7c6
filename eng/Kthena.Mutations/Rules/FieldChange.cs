namespace Kthena.Mutations.Rules;

/// <summary>Another value for one place of a rule.</summary>
/// <param name="Path">The place, as in <see cref="RuleField.Path"/>; one that the rule lacks is added.</param>
/// <param name="Value">The new value; null takes the old one away.</param>
public sealed record FieldChange(string Path, string? Value);
