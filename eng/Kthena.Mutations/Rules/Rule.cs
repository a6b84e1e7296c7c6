namespace Kthena.Mutations.Rules;

/// <summary>An alerting or recording rule.</summary>
/// <param name="File">Its file, as a path from the folder of all rules with forward slashes.</param>
/// <param name="Group">The position of its group in the file, from 0.</param>
/// <param name="Index">Its position in the group, from 0.</param>
/// <param name="Fields">Its values, in the file's order.</param>
public sealed record Rule(string File, int Group, int Index, IReadOnlyList<RuleField> Fields)
{
    /// <summary>Whether it is an alert; otherwise it records a series.</summary>
    public bool IsAlert => this["alert"] is not null;

    /// <summary>The name of the alert or of the recorded series.</summary>
    public string Name => (this["alert"] ?? this["record"])?.Value ?? "";

    /// <summary>The value at a place, or null.</summary>
    public RuleField? this[string path] => Fields.FirstOrDefault(f => f.Path == path);

    /// <summary>The values whose places begin with a prefix, such as <c>labels.</c>.</summary>
    public IEnumerable<RuleField> FieldsBelow(string prefix) => Fields.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal));
}
