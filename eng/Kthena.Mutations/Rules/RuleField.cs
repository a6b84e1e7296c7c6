namespace Kthena.Mutations.Rules;

/// <summary>A value in a rule.</summary>
/// <param name="Path">Its place in the rule: <c>expr</c>, <c>for</c>, <c>labels.severity</c>.</param>
/// <param name="Value">The value as YAML understands it.</param>
/// <param name="Line">The line of the file on which its text begins, from 1.</param>
public sealed record RuleField(string Path, string Value, int Line);
