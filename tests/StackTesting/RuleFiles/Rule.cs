namespace Kthena.StackTesting.RuleFiles;

/// <summary>An alerting or a recording rule.</summary>
public sealed class Rule
{
    public string? Alert { get; set; }

    public string? Record { get; set; }

    public required string Expr { get; set; }

    public string? For { get; set; }

    public string? KeepFiringFor { get; set; }

    public Dictionary<string, string> Labels { get; set; } = [];

    public Dictionary<string, string> Annotations { get; set; } = [];

    /// <summary>Where it stands, from the repository's root.</summary>
    public string File { get; set; } = "";

    public override string ToString() => $"{File}: {Alert ?? Record}";
}
