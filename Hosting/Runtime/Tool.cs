namespace Aspire.Hosting.Runtime;

/// <summary>What is the same of every tool, whatever carries it.</summary>
internal sealed record Tool(string Binary)
{
    public required (string Registry, string Name, string Tag) Image { get; init; }

    /// <summary>The port that the image listens on unless told otherwise.</summary>
    public required int ContainerPort { get; init; }

    /// <summary>Where the image expects its configuration.</summary>
    public required string ContainerConfigRoot { get; init; }

    public required string ReadyPath { get; init; }
}
