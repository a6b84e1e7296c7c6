namespace Aspire.Hosting;

public enum InputType
{
    Text,
    SecretText,
    Choice,
    Boolean,
    Number,
    File,
}

/// <summary>An argument of a resource command.</summary>
public sealed class InteractionInput
{
    public required string Name { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public bool EnableDescriptionMarkdown { get; init; }

    public required InputType InputType { get; init; }

    public bool Required { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>>? Options { get; set; }

    public string? Value { get; set; }

    public string? Placeholder { get; init; }

    public bool AllowCustomChoice { get; init; }

    public bool Disabled { get; set; }

    public int? MaxLength { get; init; }

    public bool AllowMultipleFiles { get; init; }

    public string? FileFilter { get; init; }

    public long? MaxFileSize { get; init; }

    internal List<string> ValidationErrors { get; } = [];

    internal InteractionInput Copy() => (InteractionInput)MemberwiseClone();
}
