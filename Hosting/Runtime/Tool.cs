namespace Aspire.Hosting.Runtime;

/// <summary>What is the same of every tool, whatever carries it.</summary>
internal sealed record Tool(string Binary)
{
    /// <summary>What people call it, e.g. in the names of settings.</summary>
    public string Name => $"{char.ToUpperInvariant(Binary[0])}{Binary[1..]}";

    public required (string Registry, string Name, string Tag) Image { get; init; }

    /// <summary>The port that the image listens on unless told otherwise.</summary>
    public required int ContainerPort { get; init; }

    /// <summary>Where the image expects its configuration.</summary>
    public required string ContainerConfigRoot { get; init; }

    public required string ReadyPath { get; init; }
}
